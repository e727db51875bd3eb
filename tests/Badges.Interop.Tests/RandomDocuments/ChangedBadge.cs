using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// A published badge or credential of 1EdTech with a few random changes: members taken away, renamed, repeated,
/// replaced or brought from elsewhere, types and contexts exchanged. Proofs are left as they are, and no badge has a
/// <c>@language</c> or a type with two fragments: the peer drops a proof that says nothing with its graph, and the
/// language of a node even in safe mode, and keeps a type that is no IRI. Nor is a value the empty text, which it drops
/// in safe mode too where it is a reference.
/// </summary>
internal static class ChangedBadge
{
    // Not that of Open Badges 2.0: it changes a prefix that the published contexts of 3.0 are written with, ours not.
    private static readonly string[] Contexts =
    [
        "https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        "https://w3id.org/security/data-integrity/v2", "https://w3id.org/security/suites/ed25519-2020/v1",
    ];

    private static readonly Lazy<Sources> All = new(Sources.Read);

    public static RandomDocument From(int[] numbers)
    {
        var choices = new Choices(numbers) { MakeMistakes = true };
        var badge = choices.Of<JsonObject>(All.Value.Badges).DeepClone().AsObject();
        for (var count = choices.Below(5); count > 0; count--)
        {
            Change(choices, choices.Of<JsonObject>([.. Objects(badge)]), badge);
        }

        return new RandomDocument(numbers, badge, new Dictionary<string, JsonNode>());
    }

    private static void Change(Choices choices, JsonObject target, JsonObject badge)
    {
        var members = NamesOf(target).Append("id").ToArray();
        var member = choices.Of<string>(members);
        var other = choices.Of<string>(All.Value.Names);
        switch (choices.Below(8))
        {
            case 0:
                target.Remove(member);
                break;
            case 1:
                target[member] = WriteValue(choices);
                break;
            case 2:
                target[member] = new JsonArray(target[member]?.DeepClone(), WriteValue(choices));
                break;
            case 3:
                target[other] = target[member]?.DeepClone();
                target.Remove(member);
                break;
            case 4:
                target[other] = choices.Of<JsonObject>([.. Objects(badge)]).DeepClone();
                break;
            case 5 when !target.ContainsKey("@value"):
                target["type"] = new JsonArray(
                    choices.Of<string>(All.Value.Types), choices.Of<string>(All.Value.Types));
                break;
            case 6:
                target[other] = WriteValue(choices);
                break;
            case 7:
                badge["@context"] = new JsonArray(
                    [.. Enumerable.Range(0, 1 + choices.Below(4)).Select(_ => JsonValue.Create(choices.Of(Contexts)))]);
                break;
        }
    }

    private static JsonNode? WriteValue(Choices choices)
    {
        return choices.Below(6) switch
        {
            5 => null,
            4 => new LiteralWriter(choices).WriteNumber(),
            3 => "https://e.example/1",
            2 => new JsonObject(),
            1 => new JsonArray("https://e.example/2"),
            _ => choices.Of("text", "été", "relative", "2026-01-01T00:00:00Z", "fr", "@id", "_:a"),
        };
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject entries => entries
            .Where(member => member.Key is not ("proof" or "@context"))
            .SelectMany(member => Objects(member.Value))
            .Prepend(entries),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> NamesOf(JsonObject target) =>
        target.Select(member => member.Key).Where(name => name is not ("proof" or ['@', ..]));

    /// <summary>The published badges, and the words that they use.</summary>
    private sealed record Sources(JsonObject[] Badges, string[] Names, string[] Types)
    {
        public static Sources Read()
        {
            JsonObject[] badges =
            [
                .. new[] { "1edtech-openbadges-specification/examples", "1edtech-validator" }
                    .SelectMany(folder => Directory.EnumerateFiles(
                        Path.Combine(SharedData.Vectors ?? "", folder), "*.json", SearchOption.AllDirectories))
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText)
                    .Where(text => text.TrimStart().StartsWith('{'))
                    .Select(text => JsonNode.Parse(text)!.AsObject())
                    .Where(badge => badge["@context"] is JsonArray or JsonValue)
                    .Where(badge => !badge.ContainsKey("@language")),
            ];
            var objects = badges.SelectMany(Objects).ToArray();
            return new(
                badges,
                [.. objects.SelectMany(NamesOf).Distinct().Order(StringComparer.Ordinal)],
                [.. objects.SelectMany(TypesOf).Distinct().Order(StringComparer.Ordinal)]);
        }

        private static IEnumerable<string> TypesOf(JsonObject each) => each["type"] switch
        {
            JsonArray types => types.Select(type => $"{type}").Where(type => !type.Contains('#')),
            _ => [],
        };
    }
}
