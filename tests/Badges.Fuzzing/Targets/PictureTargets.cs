using System.Text;
using System.Xml.Linq;
using Badges.Credentials.Baking;
using Badges.Imaging.Png;
using Badges.Imaging.Svg;
using Badges.Imaging.Uploads;
using static Badges.Fuzzing.PropertyException;

namespace Badges.Fuzzing.Targets;

/// <summary>What is read of pictures.</summary>
public static class PictureTargets
{
    private const int MaximumText = 1024 * 1024;
    private static readonly string Credential = FuzzBadges.Jcs;

    public static FuzzTarget Png { get; } = new("png", RunPng)
    {
        Seeds =
        [
            TestPictures.Png(),
            PngBaking.Bake(TestPictures.Png(), FuzzBadges.Jcs, "https://a.example/assertion"),
            TestPictures.Png(
                ("gAMA", [0, 0, 0xB1, 0x8F]),
                ("tEXt", [.. "openbadges\0"u8, .. "https://a.example/1"u8]),
                ("zTXt", [.. "openbadges\0\0"u8, .. TestPictures.Deflate("{}"u8)]),
                ("iTXt", [.. "openbadgecredential\0"u8, 1, 0, 0, 0, .. TestPictures.Deflate("{\"a\":1}"u8)]),
                ("eXIf", [.. "<script>"u8])),
            TestPictures.Png(
                TestPictures.International("openbadgecredential", "{}"),
                TestPictures.International("openbadgecredential", "{}")),
        ],
        Words =
        [
            "IHDR", "IDAT", "IEND", "PLTE", "iTXt", "tEXt", "zTXt", "iCCP", "acTL", "openbadgecredential", "openbadges",
        ],
        Repair = FuzzBadges.RepairPng,
    };

    public static FuzzTarget Svg { get; } = new("svg", RunSvg)
    {
        Seeds =
        [
            Encoding.UTF8.GetBytes(FuzzBadges.Svg),
            SvgBaking.Bake(Encoding.UTF8.GetBytes(FuzzBadges.Svg), FuzzBadges.Jwt),
            SvgBaking.Bake(Encoding.UTF8.GetBytes(FuzzBadges.Svg), FuzzBadges.Jcs),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")],
            Encoding.UTF8.GetBytes(
                "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><a>&a;</a></svg>"),
        ],
        Words =
        [
            "<!DOCTYPE svg>", "<!DOCTYPE svg [", "<!ENTITY e SYSTEM \"file:///etc/passwd\">", "&e;", "&#x0;", "&#0;",
            "&lt;", "<![CDATA[", "]]>", "<?xml-stylesheet href=\"https://a.example/\"?>", "<script>", " onload=\"a()\"",
            " xlink:href=\"https://a.example/\"", " xlink:href=\"#g\"", "<foreignObject>", "<xi:include href=\"a\"/>",
            " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"", "<openbadges:credential>",
            "</openbadges:credential>", " verify=\"",
            " xmlns=\"\"", " xmlns:a=\"a\"", " style=\"fill:url(", "javascript:", "encoding=\"utf-7\"",
        ],
    };

    private static void RunPng(byte[] bytes)
    {
        UploadedPng.Check(bytes);
        if (PngDatastream.TryRead(bytes, out var fault) is not { } picture)
        {
            Require(fault is not PngFault.None, "a file that is not read has a fault");
            return;
        }

        Require(picture.ToBytes().AsSpan().SequenceEqual(bytes), "a file is written as it was read");
        foreach (var text in PngBaking.Read(picture, MaximumText))
        {
            Require(text.Text is not { Length: > MaximumText }, "a text is no longer than asked for");
        }

        if (PngBaking.TryBake(bytes, Credential, null, out _) is { } baked)
        {
            Require(
                PngDatastream.TryRead(baked, out _) is { } shown
                    && PngDrawing.Sha256(shown).AsSpan().SequenceEqual(PngDrawing.Sha256(picture)),
                "baking changes nothing that is seen");
            var found = PngBaking.TryRead(baked, MaximumText, out _);
            Require(
                found?.Count(text => text.Keyword == PngBaking.OpenBadges3Keyword) == 1
                    && found.Any(text => text.Text == Credential),
                "what is baked in is what is found, once");
        }
    }

    private static void RunSvg(byte[] bytes)
    {
        var cleaning = SvgSanitizer.Clean(bytes);
        if (cleaning.Cleaned is { } clean)
        {
            Require(
                SvgSanitizer.Clean(clean).Cleaned is { } twice && twice.AsSpan().SequenceEqual(clean),
                "what is clean stays as it is");
            var elements = XDocument.Parse(Encoding.UTF8.GetString(clean)).Descendants();
            Require(!elements.Any(Runs), "nothing runs in what is clean");
        }

        if (SvgDocument.TryRead(bytes, out var fault) is not { } svg)
        {
            Require(fault is not SvgFault.None, "a file that is not read has a fault");
            return;
        }

        var baked = SvgBaking.Read(svg);
        var written = SvgDocument.TryRead(svg.ToBytes(), out var again);
        Require(written is not null, $"a file that was written is read: {again}");
        Require(SvgBaking.Read(written!).SequenceEqual(baked), "a file is written as it was read");
        if (SvgBaking.TryBake(bytes, Credential, out _) is { } picture)
        {
            var read = SvgDocument.TryRead(picture, out _);
            var found = read is null ? [] : SvgBaking.Read(read);
            Require(
                read is not null && (Digest(svg) is not { } seen || seen.AsSpan().SequenceEqual(Digest(read))),
                "baking changes nothing that is seen");
            Require(
                found.Count(each => each.Version is BakedVersion.OpenBadges3 && each.Body == Credential) == 1,
                "what is baked in is what is found, once");
        }
    }

    private static byte[]? Digest(SvgDocument svg) => SvgDrawing.TrySha256(svg, SvgBaking.Elements);

    private static bool Runs(XElement element) =>
        element.Name.LocalName is "script" or "foreignObject" or "animate" or "set"
        || element.Attributes().Any(attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.LocalName == "href" && attribute.Value is not ['#', ..]));
}
