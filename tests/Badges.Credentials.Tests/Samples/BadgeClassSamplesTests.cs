using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Tests.Samples;

public sealed partial class BadgeClassSamplesTests
{
    private static readonly string Folder = Repository.PathOf("samples/badge-classes");

    /// <summary>How many numbers follow each command of SVG path data (SVG 2, section 9.3).</summary>
    private static readonly Dictionary<char, int> ArgumentCounts = new()
    {
        ['M'] = 2,
        ['L'] = 2,
        ['H'] = 1,
        ['V'] = 1,
        ['C'] = 6,
        ['S'] = 4,
        ['Q'] = 4,
        ['A'] = 7,
        ['Z'] = 0,
    };

    private static readonly string[] AllSlugs =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    public static TheoryData<string> Slugs => [.. AllSlugs.Order(StringComparer.Ordinal)];

    [Fact]
    public void Folder_Programme_HoldsSixBadgesForStaffAndEightForPeopleOnAPathway()
    {
        var audiences = AllSlugs.Select(slug => Read(slug).GetProperty("audience").GetString()).ToList();

        Assert.Equal(14, audiences.Count);
        Assert.Equal(6, audiences.Count(audience => audience is "permanent"));
        Assert.Equal(8, audiences.Count(audience => audience is "parcours"));
    }

    [Fact]
    public void Pictures_WholeProgramme_AreAllDifferent()
    {
        var pictures = AllSlugs.Select(slug => Read(slug).GetProperty("picture")).ToList();

        Assert.Equal(14, pictures.DistinctBy(picture => (Text(picture, "shape"), Text(picture, "palette"))).Count());
        Assert.Equal(14, pictures.DistinctBy(picture => Text(picture, "icon")).Count());
        Assert.Equal(14, pictures.DistinctBy(picture => Text(picture, "shortTitle")).Count());
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Slug_File_IsItsName(string slug) => Assert.Equal(slug, Text(Read(slug), "slug"));

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Criteria_EachBadge_AreFourToEightObservableStatements(string slug)
    {
        var criteria = Read(slug).GetProperty("criteria").EnumerateArray().ToList();

        Assert.InRange(criteria.Count, 4, 8);
        Assert.Contains(criteria, criterion => criterion.GetProperty("mandatory").GetBoolean());
        Assert.All(criteria, criterion => Assert.Matches(InfinitiveFirst(), Text(criterion, "text")));
        Assert.All(criteria, criterion => Assert.InRange(Text(criterion, "text").Length, 20, 200));
    }

    [Theory]
    [InlineData("La sécurité au poste est connue de la personne.")]
    [InlineData("Sait travailler en équipe et demander de l'aide.")]
    [InlineData("Bonne connaissance des outils du poste de travail.")]
    public void InfinitiveFirst_StatementWithoutAVerbFirst_DoesNotMatch(string statement) =>
        Assert.DoesNotMatch(InfinitiveFirst(), statement);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Evidence_EachBadge_AsksForAtLeastOneThing(string slug) => Assert.Contains(
        Read(slug).GetProperty("evidence").EnumerateArray(), item => item.GetProperty("mandatory").GetBoolean());

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Texts_EachBadge_AreWrittenInBothLanguages(string slug)
    {
        var badge = Read(slug);
        var english = badge.GetProperty("translations").GetProperty("en");

        foreach (var member in new[] { "employerSentence", "plainSentence" })
        {
            Assert.InRange(Text(badge, member).Length, 20, 240);
            Assert.InRange(Text(english, member).Length, 20, 240);
            Assert.EndsWith(".", Text(badge, member), StringComparison.Ordinal);
        }

        Assert.InRange(Text(badge, "shortName").Length, 1, 24);
        Assert.InRange(Text(badge.GetProperty("picture"), "shortTitle").Length, 1, 24);
        Assert.StartsWith("Vous ", Text(badge, "plainSentence"), StringComparison.Ordinal);
        Assert.Equal(badge.GetProperty("criteria").GetArrayLength(), english.GetProperty("criteria").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Texts_EachBadge_SayNothingThatABadgeIsNot(string slug) => Assert.All(
        TextsOf(Read(slug)), text => Assert.DoesNotMatch(WordsNotSaid(), text));

    [Theory]
    [InlineData("Cette personne valide ses acquis.")]
    [InlineData("Une compétence certifiée.")]
    [InlineData("Les bénéficiaires reçoivent une attestation.")]
    [InlineData("Ce badge équivaut à un titre.")]
    [InlineData("This badge is a valid diploma.")]
    public void WordsNotSaid_SentenceThatPromises_Matches(string sentence) => Assert.Matches(WordsNotSaid(), sentence);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Icon_EachBadge_StaysInTheGrid(string slug) =>
        Assert.Null(FaultOfIcon(Text(Read(slug).GetProperty("picture"), "icon")));

    [Theory]
    [InlineData("M2 2L22 25Z")]
    [InlineData("M2 2L22Z")]
    [InlineData("2 2L22 22Z")]
    [InlineData("M2 2T22 22Z")]
    public void FaultOfIcon_PathThatIsNotOne_IsNamed(string icon) => Assert.NotNull(FaultOfIcon(icon));

    private static string? FaultOfIcon(string icon)
    {
        if (!icon.StartsWith('M') || PathPart().Replace(icon, string.Empty) is { Length: > 0 })
        {
            return "not a path";
        }

        foreach (Match part in PathPart().Matches(icon))
        {
            var numbers = Number().Matches(part.Value)
                .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
            var arity = ArgumentCounts[char.ToUpperInvariant(part.Value[0])];
            if (arity == 0 ? numbers.Count > 0 : numbers.Count == 0 || numbers.Count % arity != 0)
            {
                return $"wrong number of arguments: {part.Value}";
            }

            if (char.IsUpper(part.Value[0]) && numbers.Exists(number => number is < 0 or > 24))
            {
                return $"outside the grid: {part.Value}";
            }
        }

        return null;
    }

    private static JsonElement Read(string slug) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, $"{slug}.json")));

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsOf(member.Value)),
        _ => [],
    };

    /// <summary>An infinitive: what one can see somebody do. "Se mettre" and "S'assurer" are infinitives too.</summary>
    [GeneratedRegex(@"^(?:Se |S')?\p{L}+(?:er|ir|re|oir)\b")]
    private static partial Regex InfinitiveFirst();

    /// <summary>A badge makes visible and documents; it is not a diploma, and INAÉ does not certify.</summary>
    [GeneratedRegex(
        @"\b(?:valid|certif|dipl[oô]m|attest|bénéficiair|équiva|equival|émetteur|révo|revo|incrust)"
        + @"|\b(?:garanti|guarant|acc?r[eé]dit)|classe de badge"
        + @"|\b(?:hash|json|assertion|vaut|signature cryptographique)\b|\b(?-i:DID)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex WordsNotSaid();

    [GeneratedRegex(@"[MLHVCSQAZmlhvcsqaz][0-9 .,-]*")]
    private static partial Regex PathPart();

    [GeneratedRegex(@"-?[0-9]*\.?[0-9]+")]
    private static partial Regex Number();
}
