using System.Text;
using System.Text.Json.Nodes;

namespace Badges.Fuzzing.Submissions;

/// <summary>JSON that readers read differently, or that is deep, long or large.</summary>
public static class JsonTricks
{
    private const string Name = "\"name\":\"D";

    public static IReadOnlyList<Trick> All { get; } =
    [
        Trick.Spelt("json: genuine", text => text, mayBeValid: true),
        Trick.Spelt("json: byte order mark and blanks", text => $"\uFEFF \n{text}\t ", mayBeValid: true),
        Trick.Spelt("json: member twice", text => Before(text, "\"name\":\"Soudage\",")),
        Trick.Spelt("json: issuer twice", text => Before(text, "\"issuer\":\"did:web:inae.example\",")),
        Trick.Spelt("json: proof twice", text => Before(text, "\"proof\":[],")),
        Trick.Spelt("json: member twice, once escaped", text => Before(text, "\"n\\u0061me\":\"Soudage\",")),
        Trick.Spelt("json: __proto__", text => Before(text, "\"__proto__\":{\"validUntil\":null},")),
        Trick.Spelt("json: constructor", text => Before(text, "\"constructor\":{\"prototype\":{}},")),
        Trick.Spelt("json: number above doubles", text => Before(text, "\"a\":1e400,")),
        Trick.Spelt("json: number of 100 000 digits", text => Before(text, $"\"a\":{new string('9', 100_000)},")),
        Trick.Spelt("json: number of 300 000 places", text => Before(text, $"\"a\":0.{new string('1', 300_000)},")),
        Trick.Spelt("json: exponent of 100 000 digits", text => Before(text, $"\"a\":1e{new string('9', 100_000)},")),
        Trick.Spelt("json: half a character", text => Before(text, "\"a\":\"\\ud800\",")),
        Trick.Spelt("json: half a character in a name", text => Before(text, "\"\\ud800\":1,")),
        Trick.Spelt("json: NUL", text => Before(text, "\"a\":\"\\u0000\",")),
        Trick.Spelt("json: comment", text => Before(text, "/* */")),
        Trick.Spelt("json: comma too many", text => text[..^1] + ",}"),
        Trick.Spelt("json: NaN", text => Before(text, "\"a\":NaN,")),
        Trick.Spelt("json: more after it", text => text + "{}"),
        Trick.Spelt("json: cut", text => text[..^20]),
        Trick.Spelt("json: 64 deep", text => Before(text, Deep(60))),
        Trick.Spelt("json: 1000 deep", text => Before(text, Deep(1000))),
        Trick.Spelt("json: 500 000 deep", text => Before(text, Deep(500_000))),
        Trick.OfText("json: 500 000 deep and never closed", () => new string('[', 500_000)),
        Trick.OfText("json: 150 000 objects deep", () => Trick.Repeat("{\"a\":", 150_000)),
        Trick.Spelt("json: 200 000 values", text => Before(text, $"\"a\":[{Trick.Repeat("1,", 200_000)}1],")),
        Trick.Spelt("json: 60 000 members", text => Before(text, string.Concat(
            Enumerable.Range(0, 60_000).Select(number => $"\"m{number}\":1,")))),
        Trick.Spelt("json: name of 900 kB", text => Before(text, $"\"{new string('a', 900_000)}\":1,")),
        Trick.Spelt("json: text of 900 kB", text => Before(text, $"\"a\":\"{new string('é', 450_000)}\",")),
        Trick.Spelt("json: 150 000 escapes", text => Before(text, $"\"a\":\"{Trick.Repeat("\\u00e9", 150_000)}\",")),
        Trick.Spelt("json: 1 MB of blanks", text => new string(' ', 1_048_000) + text),
        Trick.Spelt("json: 2 MB", text => Before(text, $"\"a\":\"{new string('a', 2_000_000)}\",")),
        new("json: UTF-16", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(FuzzBadges.Jcs)]),
        new("json: UTF-16 without mark", () => Encoding.BigEndianUnicode.GetBytes(FuzzBadges.Jcs)),
        new("json: bytes that are not UTF-8", () => [.. "{\"a\":\""u8, 0xC0, 0xAF, .. "\"}"u8]),
        Trick.OfText("json: array of badges", () => $"[{FuzzBadges.Jcs},{FuzzBadges.Jcs}]"),
        Trick.OfText("json: null", () => "null"),
        Trick.OfText("json: enveloped in itself", () => Enveloped(FuzzBadges.Jcs)),
        Trick.OfText("json: token in an envelope", () => Enveloped(FuzzBadges.Jwt), mayBeValid: true),
        Trick.OfText("json: envelope in an envelope", () => Enveloped(Enveloped(FuzzBadges.Jwt))),
    ];

    private static string Before(string text, string members) =>
        text.Insert(text.IndexOf(Name, StringComparison.Ordinal), members);

    private static string Deep(int depth) => $"\"a\":{new string('[', depth)}{new string(']', depth)},";

    private static string Enveloped(string text) =>
        new JsonObject
        {
            ["@context"] = "https://www.w3.org/ns/credentials/v2",
            ["type"] = "EnvelopedVerifiableCredential",
            ["id"] = $"data:application/vc+jwt,{text}",
        }.ToJsonString();
}
