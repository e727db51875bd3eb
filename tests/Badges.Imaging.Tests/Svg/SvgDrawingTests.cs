using System.Text;
using System.Xml.Linq;
using Badges.Imaging.Svg;

namespace Badges.Imaging.Tests.Svg;

public sealed class SvgDrawingTests
{
    private const string Head =
        """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">""";

    private const string Body =
        """<g fill="red" id="a"><rect width="1" height="2"/></g><use xlink:href="#a"/><text>Délissage d'œuvre</text>""";

    private const string Plain = Head + Body + "</svg>";

    private static readonly XName Record = XName.Get("credential", "https://purl.imsglobal.org/ob/v3p0");

    public static TheoryData<string, string> Same => new()
    {
        { "a record first", Head + """<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">x</o:credential>""" + Body + "</svg>" },
        { "a record deep", Plain.Replace("<rect", """<credential xmlns="https://purl.imsglobal.org/ob/v3p0" verify="x"/><rect""", StringComparison.Ordinal) },
        { "its namespace on the root", Plain.Replace("<svg ", """<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" """, StringComparison.Ordinal) },
        { "attributes in another order", Plain.Replace("""fill="red" id="a" """.Trim(), """id="a" fill="red" """.Trim(), StringComparison.Ordinal) },
        { "other quotation marks", Plain.Replace("\"red\"", "'red'", StringComparison.Ordinal) },
        { "blanks in a tag", Plain.Replace("fill=", "\n  fill = ", StringComparison.Ordinal) },
        { "an end tag", Plain.Replace("""height="2"/>""", """height="2"></rect>""", StringComparison.Ordinal) },
        { "a comment", Plain.Replace("<rect", "<!-- made by --><rect", StringComparison.Ordinal) },
        { "layout", Plain.Replace("><", ">\r\n\t<", StringComparison.Ordinal) },
        { "a character reference", Plain.Replace("é", "&#233;", StringComparison.Ordinal) },
        { "a CDATA section", Plain.Replace("Délissage", "<![CDATA[Délissage]]>", StringComparison.Ordinal) },
        { "an XML declaration", """<?xml version="1.0" encoding="utf-8" standalone="no"?>""" + Plain },
        { "a document type", """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/[x].dtd">""" + Plain },
        { "other prefixes", Plain.Replace("xlink:", "l:", StringComparison.Ordinal).Replace(":xlink", ":l", StringComparison.Ordinal) },
        { "prefixes everywhere", Prefixed("svg") },
        { "prefixes of a program", Prefixed("ns0") },
        { "an unused namespace", Plain.Replace("<g ", """<g xmlns:inkscape="http://www.inkscape.org/" """, StringComparison.Ordinal) },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "a value", Plain.Replace("red", "tan", StringComparison.Ordinal) },
        { "a script", Plain.Replace("<rect", "<script>1</script><rect", StringComparison.Ordinal) },
        { "an event", Plain.Replace("<rect", "<rect onclick='1'", StringComparison.Ordinal) },
        { "a style", Plain.Replace("<rect", "<style>rect{fill:tan}</style><rect", StringComparison.Ordinal) },
        { "a style sheet", """<?xml-stylesheet href="x.css"?>""" + Plain },
        { "attributes of a document type", """<!DOCTYPE svg [<!ATTLIST rect fill CDATA "tan">]>""" + Plain },
        { "the same behind a comment", """<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ATTLIST rect fill CDATA "tan">]>""" + Plain },
        { "a text", Plain.Replace("Délissage", "Délissages", StringComparison.Ordinal) },
        { "a blank in a text", Plain.Replace("Délissage d", "Délissage  d", StringComparison.Ordinal) },
        { "a blank text", Plain.Replace("</text>", "</text><text> </text>", StringComparison.Ordinal) },
        { "elements in another order", Head + """<use xlink:href="#a"/><g fill="red" id="a"><rect width="1" height="2"/></g><text>Délissage d'œuvre</text></svg>""" },
        { "an element of another namespace", Plain.Replace("<rect", """<rect xmlns="http://example.org/" """, StringComparison.Ordinal) },
        { "an element of none", Plain.Replace("<rect", """<rect xmlns="" """, StringComparison.Ordinal) },
        { "a picture over it", Plain.Replace("</svg>", """<image href="data:image/png;base64,AAAA"/></svg>""", StringComparison.Ordinal) },
        { "an element like a record", Plain.Replace("<rect", """<credential/><rect""", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Sha256_WrittenOtherwise_IsTheSame(string how, string svg)
    {
        Assert.NotEqual(Plain, svg);
        Assert.True(Digest(Plain) == Digest(svg), how);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Sha256_ShowingSomethingElse_IsAnother(string what, string svg)
    {
        Assert.NotEqual(Plain, svg);
        Assert.True(Digest(Plain) != Digest(svg), what);
    }

    [Fact]
    public void Sha256_SameDocumentType_IsTheSame()
    {
        const string type = """<!DOCTYPE svg [<!ATTLIST rect fill CDATA "tan">]>""";

        Assert.Equal(Digest(type + Plain), Digest(type + "<!-- x -->" + Plain));
    }

    [Fact]
    public void Sha256_OtherEncoding_IsTheSame()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Plain)).ToArray();

        Assert.Equal(Digest(Plain), Digest(utf16));
    }

    [Fact]
    public void Sha256_LeavesThePictureAsItWas()
    {
        var svg = Read(Encoding.UTF8.GetBytes(
            Head + """<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">x</o:credential></svg>"""));
        var before = svg.ToBytes();

        _ = SvgDrawing.Sha256(svg, [Record]);

        Assert.Equal(before, svg.ToBytes());
    }

    private static string Prefixed(string prefix)
    {
        var root = XElement.Parse(Plain, LoadOptions.PreserveWhitespace);
        root.SetAttributeValue("xmlns", null);
        root.SetAttributeValue(XNamespace.Xmlns + prefix, SvgDocument.Namespace.NamespaceName);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static string Digest(string svg) => Digest(Encoding.UTF8.GetBytes(svg));

    private static string Digest(byte[] svg) => Convert.ToHexStringLower(SvgDrawing.Sha256(Read(svg), [Record]));

    private static SvgDocument Read(byte[] svg)
    {
        var document = SvgDocument.TryRead(svg, out var fault);
        Assert.True(document is not null, fault.ToString());
        return document;
    }
}
