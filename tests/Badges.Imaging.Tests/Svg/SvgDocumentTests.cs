using System.Text;
using Badges.Imaging.Svg;

namespace Badges.Imaging.Tests.Svg;

public sealed class SvgDocumentTests
{
    private const string Empty = """<svg xmlns="http://www.w3.org/2000/svg"/>""";

    public static TheoryData<SvgFault, byte[]> Faults { get; } = new()
    {
        { SvgFault.Empty, [] },
        { SvgFault.TooLarge, Utf8(Empty + new string(' ', SvgDocument.MaximumBytes)) },
        { SvgFault.BadEncoding, [0xFF, 0xD8, 0xFF, 0xE0] },
        { SvgFault.BadEncoding, Utf8("""<?xml version="1.0" encoding="UTF-7"?>""" + Empty) },
        { SvgFault.NulCharacter, Utf8(Empty + "\0") },
        { SvgFault.EntityDeclared, Utf8("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + Empty) },
        { SvgFault.EntityDeclared, Utf8("<!DOCTYPE svg [ <!-- ]> --> <!ENTITY % a \"b\"> %a; ]>" + Empty) },
        { SvgFault.NotWellFormed, Utf8("{\"type\":\"Assertion\"}") },
        { SvgFault.NotWellFormed, Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>") },
        { SvgFault.NotWellFormed, Utf8("<svg xmlns=\"http://www.w3.org/2000/svg\">&undeclared;</svg>") },
        { SvgFault.TooDeep, Utf8(Wrap(Repeat("<g>", 101) + Repeat("</g>", 101))) },
        { SvgFault.TooManyNodes, Utf8(Wrap(Repeat("<g/>", 100_001))) },
        { SvgFault.NotSvg, Utf8("<svg/>") },
        { SvgFault.NotSvg, Utf8($"<!DOCTYPE html><html>{Empty}</html>") },
    };

    [Fact]
    public void TryRead_TagOfVeryManyAttributes_IsRefusedWithoutReadingThem()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 400_000).Select(number => $"a{number}=''"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Null(SvgDocument.TryRead(Utf8(Wrap($"<g {attributes}/>")), out var fault));

        Assert.Equal(SvgFault.TooManyNodes, fault);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    [Theory]
    [InlineData(" = ", SvgFault.TooManyNodes)]
    [InlineData("\n=\t", SvgFault.TooManyNodes)]
    public void TryRead_TagOfManyAttributesWithBlanks_IsRefused(string equals, SvgFault expected)
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 10_001).Select(number => $"a{number}{equals}\">\""));

        Assert.Null(SvgDocument.TryRead(Utf8(Wrap($"<g {attributes}/>")), out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryRead_ManyEqualsSignsInATextOrOverManyTags_IsRead()
    {
        var text = string.Concat(Enumerable.Repeat("a=b; ", 50_000));
        var tags = string.Concat(Enumerable.Repeat("<g id='a' class='b'/>", 20_000));

        Assert.NotNull(SvgDocument.TryRead(Utf8(Wrap($"<text>{text}</text>{tags}")), out _));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void TryRead_FileWithAFault_NamesIt(SvgFault expected, byte[] file)
    {
        Assert.Null(SvgDocument.TryRead(file, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryRead_PlainDoctype_IsToleratedAndDropped()
    {
        var file = Utf8(
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
            + Empty);

        var document = SvgDocument.TryRead(file, out _);

        Assert.DoesNotContain("DOCTYPE", Encoding.UTF8.GetString(document!.ToBytes()));
    }

    [Fact]
    public void TryRead_EntityNamedInText_IsNoDeclaration()
    {
        var file = Utf8("<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\"><![CDATA[<!ENTITY]]></svg>");

        Assert.NotNull(SvgDocument.TryRead(file, out _));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void ToBytes_OtherEncoding_BecomesUtf8WithoutMark(string encoding)
    {
        var text = $"""<?xml version="1.0" encoding="{encoding}"?><svg xmlns="http://www.w3.org/2000/svg">é</svg>""";
        var file = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text));

        var document = SvgDocument.TryRead(file.ToArray(), out _);

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><svg xmlns="http://www.w3.org/2000/svg">é</svg>""",
            Encoding.UTF8.GetString(document!.ToBytes()));
    }

    [Fact]
    public void ToBytes_NothingChanged_KeepsTextAndBlanks()
    {
        var file = Utf8(Wrap("\n  <b:c xmlns:b=\"urn:b\"><![CDATA[{\"é\":1}]]></b:c><!-- c -->\n"));

        Assert.Equal(file, SvgDocument.TryRead(file, out _)!.ToBytes());
    }

    [HostileTheory]
    [InlineData("s02-xxe-http", SvgFault.EntityDeclared)]
    [InlineData("s04-parameter-entity", SvgFault.EntityDeclared)]
    [InlineData("s06-quadratic-blowup", SvgFault.EntityDeclared)]
    [InlineData("s10-script", SvgFault.None)]
    [InlineData("s12-foreignobject", SvgFault.None)]
    [InlineData("s14-external-image", SvgFault.None)]
    [InlineData("s16-css-import", SvgFault.None)]
    [InlineData("s18-set-onclick", SvgFault.None)]
    [InlineData("s20-entity-coded-event", SvgFault.None)]
    [InlineData("s22-embed-font", SvgFault.None)]
    [InlineData("s28-utf16", SvgFault.None)]
    [InlineData("s30-cdata-in-text", SvgFault.None)]
    [InlineData("s32-other-prefix", SvgFault.None)]
    [InlineData("s34-xinclude", SvgFault.None)]
    [InlineData("s36-nul-bytes", SvgFault.NulCharacter)]
    [InlineData("s40-html-polyglot", SvgFault.NotSvg)]
    public void TryRead_HostileFile_IsReadOrRefusedByName(string name, SvgFault expected)
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Hostile!, "svg", $"{name}.svg"));

        var document = SvgDocument.TryRead(file, out var fault);

        Assert.Equal(expected, fault);
        Assert.Equal(expected == SvgFault.None, document is not null);
    }

    private static string Wrap(string content) => $"<svg xmlns=\"http://www.w3.org/2000/svg\">{content}</svg>";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
