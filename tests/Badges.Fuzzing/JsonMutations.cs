using System.Text;
using System.Text.Json;

namespace Badges.Fuzzing;

/// <summary>Changes JSON by its values and members, so that it stays JSON for the most part.</summary>
public static class JsonMutations
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "7", "-1.5e200", "1e999", "1e-999", "123456789012345678901234567890", "1.50",
        "\"\"",
        "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "\"did:web:%\"", "\"did:key:z6Mk\"", "\"#\"", "\"https://a.example/\"",
        "\"_:b0\"", "\"@type\"", "\"2026-02-30T00:00:00Z\"", "[]", "[[]]", "[null]", "{}", "[{},{}]",
        "{\"@id\":\"_:b0\"}", "{\"@value\":1}", "{\"@list\":[{\"@list\":[]}]}", "{\"@graph\":[{}]}", "{\"@set\":[1]}",
        "{\"@included\":[{}]}",
        "{\"@reverse\":{}}", "{\"id\":7,\"type\":{}}", "{\"a\":1,\"a\":2}", "{\"__proto__\":{}}", "{\"@context\":null}",
        "{\"@context\":{\"@vocab\":\"urn:x:\"}}",
    ];

    private static readonly string[] Names =
    [
        "a", "id", "@id", "type", "@type", "@context", "@value", "@graph", "@list", "@set", "@reverse", "@nest",
        "@included", "@index", "@language", "@json", "@version", "@vocab", "@base", "@import", "@propagate",
        "@protected",
        "proof", "issuer", "credentialSubject", "credentialStatus", "endorsementJwt", "vc", "__proto__", "\\ud800", "",
        "https://example.org/x",
    ];

    /// <summary>The text with one to four changes; the text itself when it is not JSON.</summary>
    public static byte[] Change(byte[] json, Random random)
    {
        var text = json;
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            text = ChangeOnce(text, random) ?? text;
        }

        return text;
    }

    private static byte[]? ChangeOnce(byte[] json, Random random)
    {
        if (Places(json) is not { Count: > 0 } places)
        {
            return null;
        }

        var (start, end, nameStart) = places[random.Next(places.Count)];
        var value = Encoding.UTF8.GetString(json, start, end - start);
        var other = places[random.Next(places.Count)];
        var otherText = Encoding.UTF8.GetString(json, other.Start, other.End - other.Start);
        return random.Next(9) switch
        {
            0 or 1 => Put(json, start, end, Values[random.Next(Values.Length)]),
            2 => Put(json, start, end, otherText),
            3 => Put(json, start, end, $"[{value}]"),
            4 => Put(json, start, end, $"[{value},{otherText}]"),
            5 => Put(json, start, end, $"{{\"{Names[random.Next(Names.Length)]}\":{value}}}"),
            6 when nameStart >= 0 => Put(json, nameStart, end, $"\"{Names[random.Next(Names.Length)]}\":{value}"),
            7 when nameStart >= 0 => Put(
                json,
                nameStart,
                nameStart,
                $"\"{Names[random.Next(Names.Length)]}\":{Values[random.Next(Values.Length)]},"),
            8 when nameStart >= 0 => Put(
                json, nameStart, nameStart, Encoding.UTF8.GetString(json, nameStart, end - nameStart) + ","),
            _ => Put(json, start, end, Values[random.Next(Values.Length)]),
        };
    }

    private static byte[] Put(byte[] json, int start, int end, string text) =>
        [.. json.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. json.AsSpan(end)];

    /// <summary>Where each value begins and ends, and where its name begins if it has one.</summary>
    private static List<(int Start, int End, int NameStart)>? Places(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
            var places = new List<(int, int, int)>();
            var nameStart = -1;
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    nameStart = (int)reader.TokenStartIndex;
                    continue;
                }

                if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
                {
                    var start = (int)reader.TokenStartIndex;
                    var inner = reader;
                    inner.Skip();
                    places.Add((start, (int)inner.BytesConsumed, nameStart));
                }

                nameStart = -1;
            }

            return places;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
