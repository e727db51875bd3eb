using System.Text;
using Badges.Imaging.Svg;
using Badges.Imaging.Tests.Png;

namespace Badges.Imaging.Tests.Svg;

public sealed class SvgSanitizerTests
{
    [Fact]
    public void Clean_StillDrawing_KeepsAllOfIt()
    {
        const string Drawing =
            """<defs><linearGradient id="a"><stop offset="0" stop-color="#0B5F66"/></linearGradient></defs>"""
            + """<style>.b{fill:url(#a);stroke:rgb(1,2,3);}</style><g clip-path="url('#c')" transform="rotate(3)">"""
            + """<path class="b" d="M0 0h1z" style="opacity:.5;"/><use href="#d"/><text>Réemploi</text></g>""";

        Assert.Equal(Wrap(Drawing.Replace("/>", " />")), CleanText(Drawing));
    }

    [Theory]
    [InlineData("""<metadata><x xmlns="urn:rdf">n</x></metadata>""")]
    [InlineData("""<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="eyJ">n</o:credential>""")]
    [InlineData("""<!-- a comment --><?php echo 1 ?>""")]
    public void Clean_WhatDrawsNothing_IsLeftOut(string content)
    {
        Assert.Equal(Wrap("<g />"), CleanText(content + "<g />"));
    }

    [Fact]
    public void Clean_AttributesOfEditors_AreLeftOut()
    {
        Assert.Equal(
            Wrap("""<g id="k" style="fill:red;" />"""),
            CleanText("""<g xmlns:i="urn:i" i:label="n" data-name="n" id="k" style="fill:red;-inkscape-x:y" />"""));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", SvgOffenceReason.Script, "script")]
    [InlineData("<g>\n<script/></g>", SvgOffenceReason.Script, "script")]
    [InlineData("<metadata><script/></metadata>", SvgOffenceReason.Script, "script")]
    [InlineData("<x xmlns=''><script xmlns='http://www.w3.org/2000/svg'/></x>", SvgOffenceReason.Script, "script")]
    [InlineData("<use href='javascript:alert(1)'/>", SvgOffenceReason.Script, "href")]
    [InlineData("<g style='behavior:none'/>", SvgOffenceReason.Script, "behavior")]
    [InlineData("<g onload='1'/>", SvgOffenceReason.EventAttribute, "onload")]
    [InlineData("<g OnLoad='1'/>", SvgOffenceReason.EventAttribute, "OnLoad")]
    [InlineData("<g x:onload='1' xmlns:x='urn:x'/>", SvgOffenceReason.EventAttribute, "onload")]
    [InlineData("<foreignObject/>", SvgOffenceReason.ForeignContent, "foreignObject")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'/>", SvgOffenceReason.ForeignContent, "body")]
    [InlineData("<x xmlns=''><p xmlns='http://www.w3.org/1999/xhtml'/></x>", SvgOffenceReason.ForeignContent, "p")]
    [InlineData("<animate/>", SvgOffenceReason.Animation, "animate")]
    [InlineData("<include xmlns='http://www.w3.org/2001/XInclude'/>", SvgOffenceReason.Inclusion, "include")]
    [InlineData("<image href='https://example.org/a.png'/>", SvgOffenceReason.ExternalReference, "href")]
    [InlineData("<use href='other.svg#a'/>", SvgOffenceReason.ExternalReference, "href")]
    [InlineData("<use a:href='b' xmlns:a='http://www.w3.org/1999/xlink'/>", SvgOffenceReason.ExternalReference, "href")]
    [InlineData("<use href='data:image/svg+xml,a'/>", SvgOffenceReason.ExternalReference, "href")]
    [InlineData("<g fill='url(http://a/b#c)'/>", SvgOffenceReason.ExternalReference, "fill")]
    [InlineData("<g fill='URL( //a )'/>", SvgOffenceReason.ExternalReference, "fill")]
    [InlineData("<g style='fill:url(x)'/>", SvgOffenceReason.ExternalReference, "fill")]
    [InlineData("<style>a{} b{fill:url(x)}</style>", SvgOffenceReason.ExternalReference, "fill")]
    [InlineData("<image href='data:image/svg+xml;base64,AAAA'/>", SvgOffenceReason.EmbeddedPicture, "href")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>", SvgOffenceReason.EmbeddedPicture, "href")]
    [InlineData("<image href='data:image/png;base64,%'/>", SvgOffenceReason.EmbeddedPicture, "href")]
    [InlineData("<g id='a'><use href='#b'/></g><use href='#a'/>", SvgOffenceReason.NestedUse, "use")]
    [InlineData("<g id='a'><use href='#a'/></g>", SvgOffenceReason.NestedUse, "use")]
    [InlineData("<style>@import 'a.css';</style>", SvgOffenceReason.StyleSheet, "@import")]
    [InlineData("<style>@font-face{font-family:a}</style>", SvgOffenceReason.StyleSheet, "@font-face{font-family:a}")]
    [InlineData("<style>a{fill:red</style>", SvgOffenceReason.StyleSheet, "a{fill:red")]
    [InlineData("<style>a[href]{fill:red}</style>", SvgOffenceReason.StyleSheet, "a[href]{fill:red}")]
    [InlineData("<style>a{nothing}</style>", SvgOffenceReason.StyleSheet, "nothing")]
    [InlineData("<style><g/></style>", SvgOffenceReason.StyleSheet, "g")]
    [InlineData("<g style='width:expression(1)'/>", SvgOffenceReason.UnsafeValue, "width")]
    [InlineData("<g style='fill:u\\72l(x)'/>", SvgOffenceReason.UnsafeValue, "fill")]
    [InlineData("<g style='fill:image-set(x)'/>", SvgOffenceReason.UnsafeValue, "fill")]
    [InlineData("<g style='fill:u/**/rl(x)'/>", SvgOffenceReason.UnsafeValue, "fill")]
    [InlineData("<a href='#x'/>", SvgOffenceReason.ForbiddenElement, "a")]
    [InlineData("<iframe/>", SvgOffenceReason.ForbiddenElement, "iframe")]
    [InlineData("<g formaction='x'/>", SvgOffenceReason.ForbiddenAttribute, "formaction")]
    public void Clean_Offence_IsNamed(string content, SvgOffenceReason reason, string name)
    {
        var cleaning = SvgSanitizer.Clean(Utf8(Wrap(content)));

        Assert.Null(cleaning.Cleaned);
        Assert.Equal((reason, name), (cleaning.FirstOffence!.Reason, cleaning.FirstOffence.Name));
    }

    [Fact]
    public void Clean_SeveralOffences_NamesTheFirstWithItsLine()
    {
        var cleaning = SvgSanitizer.Clean(Utf8(Wrap("\n<g>\n<rect onclick='1'/></g>\n<script/>")));

        Assert.Equal(
            new SvgOffence { Reason = SvgOffenceReason.EventAttribute, Name = "onclick", Line = 3 },
            cleaning.FirstOffence);
    }

    [Fact]
    public void Clean_StyleSheetOutsideTheFile_IsRefused()
    {
        var cleaning = SvgSanitizer.Clean(Utf8("<?xml-stylesheet href='http://a/b.css'?>" + Wrap("")));

        Assert.Equal(SvgOffenceReason.ExternalReference, cleaning.FirstOffence!.Reason);
    }

    [Fact]
    public void Clean_FileTooLarge_IsRefusedUnread()
    {
        var cleaning = SvgSanitizer.Clean(new byte[SvgSanitizer.MaximumBytes + 1]);

        Assert.Equal(SvgOffenceReason.TooLarge, cleaning.FirstOffence!.Reason);
    }

    [Fact]
    public void Clean_ThousandsOfRulesAndComments_AreReadOnce()
    {
        var rules = string.Concat(Enumerable.Repeat("a{fill:red}", 20_000));
        var comments = string.Concat(Enumerable.Repeat("<g/><!---->", 15_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var cleaning = SvgSanitizer.Clean(Utf8(Wrap($"<style>{rules}</style>{comments}")));

        Assert.Null(cleaning.FirstOffence);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void Clean_EmbeddedPng_KeepsThePictureWithoutItsTexts()
    {
        var clean = PngBuilder.Grey(4, 4).End().ToBytes();
        var withText = PngBuilder.Grey(4, 4).Chunk("tEXt", PngBuilder.Text("Author", "n")).End().ToBytes();

        Assert.Equal(
            Wrap($"""<image href="data:image/png;base64,{Convert.ToBase64String(clean)}" />"""),
            CleanText($"""<image href="data:image/png;base64,{Convert.ToBase64String(withText)}" />"""));
    }

    [Fact]
    public void Clean_EmbeddedPngTooBig_IsRefused()
    {
        var big = Convert.ToBase64String(PngBuilder.Grey(2001, 1).End().ToBytes());

        var cleaning = SvgSanitizer.Clean(Utf8(Wrap($"<image href='data:image/png;base64,{big}'/>")));

        Assert.Equal(SvgOffenceReason.EmbeddedPicture, cleaning.FirstOffence!.Reason);
    }

    [HostileTheory]
    [InlineData("s02-xxe-http", SvgOffenceReason.Unreadable)]
    [InlineData("s04-parameter-entity", SvgOffenceReason.Unreadable)]
    [InlineData("s06-quadratic-blowup", SvgOffenceReason.Unreadable)]
    [InlineData("s10-script", SvgOffenceReason.Script)]
    [InlineData("s12-foreignobject", SvgOffenceReason.ForeignContent)]
    [InlineData("s14-external-image", SvgOffenceReason.ExternalReference)]
    [InlineData("s16-css-import", SvgOffenceReason.StyleSheet)]
    [InlineData("s18-set-onclick", SvgOffenceReason.Animation)]
    [InlineData("s20-entity-coded-event", SvgOffenceReason.EventAttribute)]
    [InlineData("s22-embed-font", SvgOffenceReason.StyleSheet)]
    [InlineData("s28-utf16", null)]
    [InlineData("s30-cdata-in-text", null)]
    [InlineData("s32-other-prefix", null)]
    [InlineData("s34-xinclude", SvgOffenceReason.Inclusion)]
    [InlineData("s36-nul-bytes", SvgOffenceReason.Unreadable)]
    [InlineData("s40-html-polyglot", SvgOffenceReason.Unreadable)]
    public void Clean_HostileFile_IsCleanedOrRefusedByName(string name, SvgOffenceReason? expected)
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Hostile!, "svg", $"{name}.svg"));

        var cleaning = SvgSanitizer.Clean(file);

        Assert.Equal(expected, cleaning.FirstOffence?.Reason);
        Assert.Equal(expected is null, cleaning.Cleaned is not null);
        Assert.DoesNotContain("<b:credential", Encoding.UTF8.GetString(cleaning.Cleaned ?? []));
    }

    private static string CleanText(string content)
    {
        var cleaning = SvgSanitizer.Clean(Utf8(Wrap(content)));

        Assert.Null(cleaning.FirstOffence);
        return Encoding.UTF8.GetString(cleaning.Cleaned!).Replace("\" />", "\"/>").Replace("\"/>", "\" />");
    }

    private static string Wrap(string content) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{content}</svg>""";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
