using System.Text.Json;

namespace Badges.Credentials.Verification;

/// <summary>Members that may hold one value or a list of values, as JSON-LD compaction leaves them.</summary>
internal static class JsonValues
{
    /// <summary>The value of a member, or null when there is none or the element is no object.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>The values of a member: its items when it is a list, itself otherwise.</summary>
    public static IReadOnlyList<JsonElement> All(JsonElement element, string name) => Member(element, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { } value => [value],
    };

    /// <summary>The strings among the values of a member.</summary>
    public static IEnumerable<string> Strings(JsonElement element, string name) =>
        All(element, name).Select(JsonStrings.TryGet).OfType<string>();

    /// <summary>The strings of a value: itself, or its items.</summary>
    public static IEnumerable<string> Strings(JsonElement value) =>
        (value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            .Select(JsonStrings.TryGet).OfType<string>();

    /// <summary>The identifier of a value: the string itself, or the <c>id</c> of the object.</summary>
    public static string? IdOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => JsonStrings.TryGet(text),
        { ValueKind: JsonValueKind.Object } thing => JsonStrings.TryGet(thing, "id"),
        _ => null,
    };
}
