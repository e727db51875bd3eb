using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Schemas;
using Badges.Credentials.Tests.Verification;

namespace Badges.Credentials.Tests.Schemas;

/// <summary>Our schemas against the published ones: over every vector and sample, good and bad, and over every document
/// one step away from them.</summary>
public class OpenBadgeSchemasTests
{
    private static readonly Pair[] Pairs =
    [
        new("AchievementCredential", () => OpenBadgeSchemas.AchievementCredential, PublishedSchemas.Accepted),
        new("EndorsementCredential", () => OpenBadgeSchemas.EndorsementCredential, PublishedSchemas.Accepted),
        new("Profile", () => OpenBadgeSchemas.Profile, PublishedSchemas.Accepted),
        new("AchievementCredential", () => OpenBadgeSchemas.CanonicalAchievementCredential, PublishedSchemas.Canonical),
        new("EndorsementCredential", () => OpenBadgeSchemas.CanonicalEndorsementCredential, PublishedSchemas.Canonical),
        new("Profile", () => OpenBadgeSchemas.CanonicalProfile, PublishedSchemas.Canonical),
    ];

    private static readonly ConcurrentDictionary<string, string> Shapes = new();

    public static TheoryData<string> Files => [.. SharedDocuments.Files()];

    [VectorsTheory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Accepts_VectorOrSample_GivesThePublishedAnswer(string file)
    {
        if (SharedDocuments.TryRead(file) is { } document)
        {
            Assert.All(Pairs, pair => pair.Compare(document));
        }
    }

    [VectorsTheory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Accepts_DocumentOneStepAway_GivesThePublishedAnswer(string file)
    {
        // Of documents with the same members one is enough. The longest have too many places, and no member that the
        // next test lacks.
        if (SharedDocuments.TryRead(file) is { ValueKind: JsonValueKind.Object } document
            && document.GetRawText().Length < 10_000 && Shapes.GetOrAdd(ShapeOf(document), file) == file)
        {
            CompareOneStepAway(document);
        }
    }

    [VectorsTheory]
    [InlineData("AchievementCredential")]
    [InlineData("EndorsementCredential")]
    [InlineData("Profile")]
    public void Accepts_OneStepAwayFromEveryMemberThereIs_GivesThePublishedAnswer(string name)
    {
        var everything = JsonSerializer.SerializeToElement(PublishedSchemas.Everything(name));

        Assert.Empty(PublishedSchemas.Canonical(name).Validate(everything));
        CompareOneStepAway(everything);
        CompareOneStepAway(AsModel1(everything));
    }

    [VectorsFact]
    public void Accepts_EveryWordInEveryPlace_GivesThePublishedAnswer()
    {
        var everything = JsonSerializer.SerializeToUtf8Bytes(PublishedSchemas.Everything("AchievementCredential"));
        string[] words = [.. PublishedSchemas.Words().Distinct(), "ext:a", "ext:", "ext:é", "an ext:a", "achievement"];

        foreach (var mutant in Mutations.OfWords(everything, words))
        {
            var mutated = JsonElement.Parse(mutant);
            Pairs[0].Compare(mutated);
            Pairs[3].Compare(mutated);
        }
    }

    [VectorsFact]
    public void Accepts_PublishedExamples_AreAccepted()
    {
        var examples = Path.Combine(SharedData.Vectors!, "1edtech-openbadges-specification/examples/unsigned");

        Assert.All(Directory.GetFiles(examples), file => Assert.True(
            (file.EndsWith("endorsement.json", StringComparison.Ordinal)
                ? OpenBadgeSchemas.EndorsementCredential
                : OpenBadgeSchemas.AchievementCredential).Accepts(SharedDocuments.TryRead(file)!.Value)));
    }

    [Fact]
    public void Canonical_WhatTheServiceIssues_IsAccepted()
    {
        var unsigned = JsonNode.Parse(SignedExamples.Credential.ToJson())!.AsObject();

        var document = JsonElement.Parse(EmbeddingIssuer.Sign(unsigned));

        Assert.Empty(OpenBadgeSchemas.CanonicalAchievementCredential.Validate(document));
        Assert.Empty(OpenBadgeSchemas.CanonicalProfile.Validate(document.GetProperty("issuer")));
        Assert.Empty(OpenBadgeSchemas.AchievementCredential.Validate(document));
    }

    [Fact]
    public void Load_EachFileOfOurs_KnowsEveryKeyword()
    {
        var files = Directory.GetFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories);

        Assert.All(files, file => Assert.NotNull(JsonSchema.Load(
            File.ReadAllText(file), sibling => File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, sibling)))));
    }

    [VectorsTheory]
    [InlineData("achievementcredential.json")]
    [InlineData("achievementcredential.json-ld.json")]
    [InlineData("endorsementcredential.json")]
    [InlineData("profile.json")]
    [InlineData("imsx_statusinfo.json")]
    [InlineData("getopenbadgecredentialsresponse.json")]
    public void Load_PublishedSchema_KnowsEveryKeyword(string name) =>
        Assert.NotNull(PublishedSchemas.AsPublished(name));

    [Theory]
    [InlineData("""{"id":"x"}""", "/credentialSubject/achievement/image/id")]
    [InlineData(
        """{"id":"https://a.example/1.png","type":"Image","extra":1}""", "/credentialSubject/achievement/image/extra")]
    public void Validate_FaultDeepInside_NamesThePlace(string image, string path)
    {
        var badge = JsonNode.Parse(SignedExamples.Credential.ToJson())!.AsObject();
        badge["credentialSubject"]!["achievement"]!["image"] = JsonNode.Parse(image);

        var violations = OpenBadgeSchemas.AchievementCredential.Validate(JsonElement.Parse(badge.ToJsonString()));

        Assert.Contains(path, violations.Select(each => each.Path));
    }

    /// <summary>The same under the names of data model 1.1.</summary>
    private static JsonElement AsModel1(JsonElement document)
    {
        var badge = JsonNode.Parse(document.GetRawText())!.AsObject();
        foreach (var (name, old) in new[] { ("validFrom", "issuanceDate"), ("validUntil", "expirationDate") })
        {
            if (badge[name] is { } date)
            {
                badge.Remove(name);
                badge[old] = date;
            }
        }

        badge["@context"]?.AsArray()[0] = KnownContexts.DataModel1;
        return JsonSerializer.SerializeToElement(badge);
    }

    private static void CompareOneStepAway(JsonElement document)
    {
        var pairs = Pairs.Where(pair => pair.IsAbout(document)).ToList();
        if (pairs.Count > 0)
        {
            foreach (var mutant in Mutations.Of(Encoding.UTF8.GetBytes(document.GetRawText())))
            {
                var mutated = JsonElement.Parse(mutant);
                pairs.ForEach(pair => pair.Compare(mutated));
            }
        }
    }

    private static string ShapeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            $"({string.Join(',', value.EnumerateObject().Select(each => each.Name + ShapeOf(each.Value)))})",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(ShapeOf))}]",
        _ => string.Empty,
    };

    /// <summary>A schema of ours and the published one, by the rules in which they differ on purpose.</summary>
    private sealed class Pair(string name, Func<JsonSchema> ours, Func<string, JsonSchema> published)
    {
        private readonly Lazy<JsonSchema> _published = new(() => published(name));

        /// <summary>Whether the document is, or holds, what the schema describes.</summary>
        public bool IsAbout(JsonElement document) => name switch
        {
            "AchievementCredential" => document.TryGetProperty("credentialSubject", out _),
            "EndorsementCredential" => document.GetRawText().Contains("EndorsementSubject", StringComparison.Ordinal),
            _ => document.TryGetProperty("type", out var type)
                && type.ToString().Contains("Profile", StringComparison.Ordinal)
                && document.GetRawText().Contains("/spec/ob/v3p0/", StringComparison.Ordinal),
        };

        public void Compare(JsonElement document)
        {
            if (_published.Value.Accepts(document) != ours().Accepts(document))
            {
                Assert.Fail($"""
                    {document.GetRawText()}
                    published: {Show(_published.Value.Validate(document))}
                    ours: {Show(ours().Validate(document))}
                    """);
            }
        }

        private static string Show(IReadOnlyList<SchemaViolation> violations) => violations.Count == 0
            ? "accepted"
            : string.Join(", ", violations.Select(each => $"{each.Path} {each.Keyword} ({each.Expected})"));
    }
}
