using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Badges.Imaging.Svg;

namespace Badges.Imaging.Tests.Svg;

public sealed class SvgDrawingTests
{
    private const string Head =
        """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">""";

    private const string Use = """<use xlink:href="#a"/>""";

    private const string Body =
        $"""<g fill="red" id="a"><rect width="1" height="2"/></g>{Use}<text>Délissage d'œuvre</text>""";

    private const string Baked =
        """<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">x</o:credential>""";

    private const string Plain = Head + Body + "</svg>";

    private const string Type = """<!DOCTYPE svg [<!ATTLIST rect fill CDATA "tan">]>""";

    private static readonly XName Record = XName.Get("credential", "https://purl.imsglobal.org/ob/v3p0");

    public static TheoryData<string, string> Same => new()
    {
        { "a record first", Head + Baked + Body + "</svg>" },
        { "a record deep", With("<rect", Baked + "<rect") },
        { "its namespace on the root", With("<svg ", """<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0" """) },
        { "attributes in another order", With("fill=\"red\" id=\"a\"", "id=\"a\" fill=\"red\"") },
        { "other quotation marks", With("\"red\"", "'red'") },
        { "blanks in a tag", With("fill=", "\n  fill = ") },
        { "an end tag", With("""height="2"/>""", """height="2"></rect>""") },
        { "a comment", With("<rect", "<!-- made by --><rect") },
        { "layout", With("><", ">\r\n\t<") },
        { "a character reference", With("é", "&#233;") },
        { "a CDATA section", With("Délissage", "<![CDATA[Délissage]]>") },
        { "an XML declaration", """<?xml version="1.0" encoding="utf-8" standalone="no"?>""" + Plain },
        { "a document type", """<!DOCTYPE svg PUBLIC "[-//W3C//DTD]" "http://www.w3.org/[x].dtd">""" + Plain },
        { "other prefixes", With("xlink:href", "l:href").Replace(":xlink", ":l", StringComparison.Ordinal) },
        { "prefixes everywhere", Prefixed("svg") },
        { "prefixes of a program", Prefixed("ns0") },
        { "blanks after the end", Plain + " \n" },
        { "an unused namespace", With("<g ", """<g xmlns:inkscape="http://www.inkscape.org/" """) },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "a value", With("red", "tan") },
        { "a script", With("<rect", "<script>1</script><rect") },
        { "an event", With("<rect", "<rect onclick='1'") },
        { "a style", With("<rect", "<style>rect{fill:tan}</style><rect") },
        { "a style sheet", """<?xml-stylesheet href="x.css"?>""" + Plain },
        { "attributes of a document type", Type + Plain },
        { "the same behind a comment", "<!-- <!DOCTYPE svg> -->" + Type + Plain },
        { "a text", With("Délissage", "Délissages") },
        { "a blank in a text", With("Délissage d", "Délissage  d") },
        { "a blank text", With("</text>", "</text><text> </text>") },
        { "elements in another order", With(Use, "").Replace("</text>", "</text>" + Use, StringComparison.Ordinal) },
        { "an element of another namespace", With("<rect", """<rect xmlns="http://example.org/" """) },
        { "an attribute under a prefix", With("<rect width", "<rect xmlns:s='http://www.w3.org/2000/svg' s:width") },
        { "a language", With("<rect", "<rect xml:lang='fr'") },
        { "an element of none", With("<rect", """<rect xmlns="" """) },
        { "a picture over it", With("</svg>", """<image href="data:image/png;base64,AAAA"/></svg>""") },
        { "an element like a record", With("<rect", """<credential/><rect""") },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void TrySha256_WrittenOtherwise_IsTheSame(string how, string svg)
    {
        Assert.NotEqual(Plain, svg);
        Assert.True(Digest(Plain) == Digest(svg), how);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void TrySha256_ShowingSomethingElse_IsAnother(string what, string svg)
    {
        Assert.NotEqual(Plain, svg);
        Assert.True(Digest(Plain) != Digest(svg), what);
    }

    [Fact]
    public void TrySha256_SameDocumentType_IsTheSame()
    {
        Assert.Equal(Digest(Type + Plain), Digest(Type + "<!-- x -->" + Plain));
    }

    [Fact]
    public void TrySha256_OtherEncoding_IsTheSame()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Plain)).ToArray();

        Assert.Equal(Digest(Plain), Digest(utf16));
    }

    [Fact]
    public void TrySha256_TooIntricate_IsNullAndQuick()
    {
        string Many(int count, Func<int, string> each) =>
            string.Concat(Enumerable.Range(0, count).Select(each));
        string[] intricate =
        [
            Head + Many(SvgDrawing.MaximumNamespaces + 1, each => $"<a xmlns='u:{each}'/>") + "</svg>",
            Head + Many(30_000, each => $"<n{each}:a xmlns:n{each}='u:{each}'/>") + "</svg>",
            Head.Replace("<svg", $"<svg {Many(9_000, each => $"a{each}='' ")}", StringComparison.Ordinal) + "</svg>",
            Head + Many(99, _ => "<g>") + Many(99, _ => "</g>") + "</svg>",
        ];
        var watch = Stopwatch.StartNew();

        Assert.All(intricate, svg => Assert.Null(SvgDrawing.TrySha256(Read(Encoding.UTF8.GetBytes(svg)), [Record])));

        Assert.NotEmpty(Digest(Head + Many(30_000, _ => "<g/> <!---->") + "</svg>"));
        Assert.NotEmpty(Digest(Head + Many(4_000, _ => Baked) + "</svg>"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.NotEmpty(Digest(
            Head + Many(SvgDrawing.MaximumNamespaces - 1, each => $"<a xmlns='u:{each}'/>") + "</svg>"));
    }

    [Fact]
    public void TrySha256_PictureWithARecord_StaysAsItWas()
    {
        var svg = Read(Encoding.UTF8.GetBytes(Head + Baked + "</svg>"));
        var before = svg.ToBytes();

        _ = SvgDrawing.TrySha256(svg, [Record]);

        Assert.Equal(before, svg.ToBytes());
    }

    private static string With(string old, string replacement) =>
        Plain.Replace(old, replacement, StringComparison.Ordinal);

    private static string Prefixed(string prefix)
    {
        var root = XElement.Parse(Plain, LoadOptions.PreserveWhitespace);
        root.SetAttributeValue("xmlns", null);
        root.SetAttributeValue(XNamespace.Xmlns + prefix, SvgDocument.Namespace.NamespaceName);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static string Digest(string svg) => Digest(Encoding.UTF8.GetBytes(svg));

    private static string Digest(byte[] svg)
    {
        var digest = SvgDrawing.TrySha256(Read(svg), [Record]);
        Assert.NotNull(digest);
        return Convert.ToHexStringLower(digest);
    }

    private static SvgDocument Read(byte[] svg)
    {
        var document = SvgDocument.TryRead(svg, out var fault);
        Assert.True(document is not null, fault.ToString());
        return document;
    }
}
