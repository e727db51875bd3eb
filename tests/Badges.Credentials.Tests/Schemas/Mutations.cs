using System.Text;
using System.Text.Json;

namespace Badges.Credentials.Tests.Schemas;

/// <summary>Every document that is one step away from a given one: a value dropped, added, renamed, repeated, put into
/// a list or taken out of one, or replaced by a value of each kind.</summary>
internal static class Mutations
{
    private static readonly string[] Replacements =
    [
        "null", "true", "1", "-1.5", "\"\"", "\"word\"", "\"https://a.example/x\"", "\"2026-01-15T09:30:00Z\"",
        "\"2026-01-15\"", "\"ext:own\"", "{}", "[]", """{"en": "word"}""", """{"type": "Word", "id": "urn:x"}""",
    ];

    public static IEnumerable<byte[]> Of(byte[] json)
    {
        foreach (var place in Places(json))
        {
            var value = Encoding.UTF8.GetString(json, place.Start, place.End - place.Start);
            foreach (var replacement in Replacements)
            {
                yield return Splice(json, place.Start, place.End, replacement);
            }

            yield return Splice(json, place.Start, place.End, $"[{value}]");
            yield return Splice(json, place.Start, place.End, $"[{value}, {value}]");
            if (value.StartsWith('['))
            {
                var more = First(value) is null ? string.Empty : ",";
                yield return Splice(json, place.Start, place.End, First(value) ?? "null");
                yield return Splice(json, place.Start + 1, place.Start + 1, $"1{more}");
                yield return Splice(json, place.Start + 1, place.Start + 1, $"\"word\"{more}");
            }

            if (value.StartsWith('{'))
            {
                var more = JsonElement.Parse(value).GetPropertyCount() > 0 ? "," : string.Empty;
                yield return Splice(json, place.Start + 1, place.Start + 1, $"\"own\": 1{more}");
            }

            if (place.Name is { } name)
            {
                yield return Splice(json, name, name + 1, "\"own");
            }

            if (place.Start > 0)
            {
                yield return Drop(json, place);
            }
        }
    }

    /// <summary>Every document in which one string is another word.</summary>
    public static IEnumerable<byte[]> OfWords(byte[] json, IReadOnlyCollection<string> words) =>
        from place in Places(json)
        where json[place.Start] == '"'
        from word in words
        select Splice(json, place.Start, place.End, JsonSerializer.Serialize(word));

    private static string? First(string array)
    {
        var items = JsonElement.Parse(array);
        return items.GetArrayLength() > 0 ? items[0].GetRawText() : null;
    }

    private static byte[] Drop(byte[] json, Place place)
    {
        var start = place.Name ?? place.Start;
        var end = place.End;
        while (char.IsWhiteSpace((char)json[end]))
        {
            end++;
        }

        if (json[end] == ',')
        {
            return Splice(json, start, end + 1, string.Empty);
        }

        do
        {
            start--;
        }
        while (json[start] is not ((byte)',' or (byte)'{' or (byte)'['));

        return Splice(json, json[start] == ',' ? start : start + 1, place.End, string.Empty);
    }

    private static byte[] Splice(byte[] json, int start, int end, string text) =>
        [.. json.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. json.AsSpan(end)];

    private static List<Place> Places(byte[] json)
    {
        var places = new List<Place>();
        var reader = new Utf8JsonReader(json);
        int? name = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = (int)reader.TokenStartIndex;
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    break;
                default:
                    var rest = reader;
                    rest.Skip();
                    places.Add(new((int)reader.TokenStartIndex, (int)rest.BytesConsumed, name));
                    name = null;
                    break;
            }
        }

        return places;
    }

    private sealed record Place(int Start, int End, int? Name);
}
