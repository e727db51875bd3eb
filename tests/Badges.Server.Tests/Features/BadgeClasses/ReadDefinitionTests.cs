using Badges.Server.Features.BadgeClasses;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.BadgeClasses;

public sealed class ReadDefinitionTests
{
    private static readonly BadgeRequest Request = BadgeSamples.Request;

    private static readonly CriterionRequest Criterion = new() { Text = "Faire." };

    private static readonly AlignmentRequest Alignment =
        new() { TargetName = "Maraîcher", TargetUrl = "https://example.org/a", ReadOn = "2026-01-15" };

    [Fact]
    public void Run_CompleteRequest_IsADefinition()
    {
        var definition = ReadDefinition.Run(Request).Definition;

        Assert.NotNull(definition);
        Assert.Equal(BadgeAudience.Parcours, definition.Audience);
        Assert.Equal([true, false], definition.Criteria.Select(criterion => criterion.IsMandatory));
        Assert.Equal(new DateOnly(2026, 1, 15), definition.Alignments.Single().ReadOn);
        Assert.Equal("A1414", definition.Alignments.Single().Code);
    }

    [Fact]
    public void Run_NameAlone_IsADraft()
    {
        var definition = ReadDefinition.Run(new BadgeRequest { Name = "Réemploi : l'œil du trieur" }).Definition;

        Assert.Equal("reemploi-l-oeil-du-trieur", definition?.Slug);
        Assert.Empty(definition?.Criteria ?? []);
    }

    public static TheoryData<string, BadgeRequest> Faulty => new()
    {
        { "name", Request with { Name = " " } },
        { "name", Request with { Name = new string('a', 101) } },
        { "name", Request with { Name = "Nom\u0007" } },
        { "name", Request with { Name = "Nom\u202Eexe" } },
        { "name", Request with { Name = "Moitié \uD83D" } },
        { "shortName", Request with { ShortName = new string('a', 25) } },
        { "description", Request with { Description = "Une ligne\nune autre" } },
        { "slug", Request with { Slug = "Majuscules" } },
        { "slug", Request with { Slug = "nouveau" } },
        { "slug", Request with { Slug = null, Name = "???" } },
        { "audience", Request with { Audience = "tous" } },
        { "audience", Request with { Audience = "1" } },
        { "awardPolicy", Request with { AwardPolicy = "Listed" } },
        { "achievementType", Request with { AchievementType = "Diploma" } },
        { "validMonths", Request with { ValidMonths = 0 } },
        { "validMonths", Request with { ValidMonths = 121 } },
        { "language", Request with { Language = "en" } },
        { "criteria", Request with { Criteria = [.. Enumerable.Repeat(Criterion, 13)] } },
        { "criteria[0].text", Request with { Criteria = [new() { Text = new string('a', 201) }] } },
        { "evidence[0].kind", Request with { Evidence = [new() { Kind = "rumeur", Description = "On dit." }] } },
        { "alignments[0].targetUrl", Request with { Alignments = [Alignment with { TargetUrl = "http://x.fr" }] } },
        { "alignments[0].targetName", Request with { Alignments = [Alignment with { TargetName = "" }] } },
        { "alignments[0].readOn", Request with { Alignments = [Alignment with { ReadOn = "hier" }] } },
        { "translations.en.name", Request with { Translations = new() { En = new() { Description = "Something" } } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Run_FaultyField_IsNamed(string field, BadgeRequest request) =>
        Assert.Equal([field], ReadDefinition.Run(request).Faults.Select(fault => fault.Field));

    [Fact]
    public void Run_SeveralFaults_AreAllCollected()
    {
        var faults = ReadDefinition.Run(Request with { Name = "", Audience = "tous", ValidMonths = 0 }).Faults;

        Assert.Equal(["name", "audience", "validMonths"], faults.Select(fault => fault.Field));
    }

    [Fact]
    public void Run_EmptyRows_AreLeftOut()
    {
        var definition = BadgeSamples.Definition(Request with
        {
            Criteria = [new() { Text = " " }, null, new() { Text = "Faire.", Mandatory = true }],
            Evidence = [new() { Kind = "observation" }],
            Alignments = [new() { Relation = "vise" }],
        });

        Assert.Equal("Faire.", definition.Criteria.Single().Texts[Language.French]);
        Assert.Empty(definition.EvidenceRules);
        Assert.Empty(definition.Alignments);
    }

    [Fact]
    public void Run_CriterionTranslatedOnly_IsRefused()
    {
        var read = ReadDefinition.Run(Request with
        {
            Translations = new() { En = new() { Name = "Bed", Criteria = ["Weed.", "Trace.", "Sow."] } },
        });

        Assert.Equal(["criteria[2].text"], read.Faults.Select(fault => fault.Field));
    }

    [Theory]
    [InlineData("Délissage de déchets textiles", "delissage-de-dechets-textiles")]
    [InlineData("  Gestes  &  sécurité ! ", "gestes-securite")]
    [InlineData("L'œuvre", "l-oeuvre")]
    [InlineData("…", "")]
    public void From_Name_IsWrittenAsASlug(string name, string expected) =>
        Assert.Equal(expected, BadgeSlug.From(name));

    [Fact]
    public void From_LongName_IsCutAndStillWellFormed() =>
        Assert.True(BadgeSlug.IsWellFormed(BadgeSlug.From(string.Concat(Enumerable.Repeat("abcd ", 30)))));
}
