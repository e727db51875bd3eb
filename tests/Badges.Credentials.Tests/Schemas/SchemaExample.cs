using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Tests.Schemas;

/// <summary>A document in which every member stands that the classes of a schema have, each with a value that is
/// allowed.</summary>
internal sealed class SchemaExample(JsonObject classes)
{
    private static readonly string[] Words =
        ["urn:x", "aa.bb.cc", "fr", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

    private readonly HashSet<JsonNode> _shown = [];

    public JsonNode Of(string name) => OfSchema(classes[name]!);

    private JsonNode OfSchema(JsonNode schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return Of(reference.ToString().Split('/')[^1]);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray branches)
        {
            return OfSchema(branches.FirstOrDefault(branch => branch!["$ref"] is not null) ?? branches[0]!);
        }

        if (schema["allOf"] is JsonArray all)
        {
            return new JsonArray([.. all.Select(each => OfSchema(each!).AsArray()[0]!.DeepClone())]);
        }

        if (schema["enum"] is { } words)
        {
            return words[0]!.DeepClone();
        }

        return schema["type"]!.ToString() switch
        {
            "object" => OfObject(schema),
            "array" => OfArray(schema),
            "number" => 1.5,
            "boolean" => true,
            _ => OfString(schema),
        };
    }

    /// <summary>The first time with all members, later with those only that must be there.</summary>
    private JsonObject OfObject(JsonNode schema)
    {
        var isFirst = _shown.Add(schema);
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToList() ?? [];
        return new((schema["properties"] as JsonObject ?? [])
            .Where(member => isFirst || required.Contains(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)OfSchema(member.Value!))));
    }

    private JsonArray OfArray(JsonNode schema) => schema["items"] is JsonArray tuple
        ? new([.. tuple.Select(each => OfSchema(each!))])
        : new(OfSchema(schema["contains"] ?? schema["items"]!));

    private static string OfString(JsonNode schema) => schema["format"]?.ToString() switch
    {
        "date-time" => "2026-01-15T09:30:00Z",
        "date" => "2026-01-15",
        _ => Words.First(word => Regex.IsMatch(word, schema["pattern"]?.ToString() ?? "x")),
    };
}
