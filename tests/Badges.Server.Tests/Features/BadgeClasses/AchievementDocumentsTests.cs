using Badges.Credentials.OpenBadges3;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Settings;

namespace Badges.Server.Tests.Features.BadgeClasses;

public sealed class AchievementDocumentsTests
{
    private static readonly BadgesOptions Options = new()
    {
        PublicUrl = new Uri("https://badges.example.org"),
        DataDirectory = "data",
    };

    private static readonly Profile Creator = new()
    {
        Id = "did:web:badges.example.org:issuers:inae",
        Name = "INAÉ",
        Url = "https://inae.example.org",
    };

    [Fact]
    public void Build_PublishedVersion_IsTheAchievementOfTheStandard() => Snapshot.Match(
        AchievementDocuments.Build(
            new PublishedBadge(BadgeSamples.Badge, BadgeSamples.Published), Creator, Options).ToJson());

    [Fact]
    public void Narrative_TextThatLooksLikeMarkdown_StaysText()
    {
        var version = BadgeSamples.Published with
        {
            Criteria = BadgeSamples.Definition(BadgeSamples.Request with
            {
                Criteria = [new() { Text = "Lire [ici](javascript:alert(1)) <b>et</b> *là*.", Mandatory = true }],
            }).Criteria.Select((criterion, index) => new BadgeCriterion
            {
                Id = Guid.NewGuid(),
                Position = index + 1,
                IsMandatory = criterion.IsMandatory,
                Texts = criterion.Texts,
            }).ToList(),
        };

        Assert.Equal(
            "- Lire \\[ici\\](javascript:alert(1)) \\<b\\>et\\</b\\> \\*là\\*.",
            AchievementDocuments.Narrative(version));
    }
}
