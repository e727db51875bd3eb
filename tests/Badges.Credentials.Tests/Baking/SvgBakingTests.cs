using System.Text;
using Badges.Credentials.Baking;
using Badges.Credentials.Proofs;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Tests.Baking;

public sealed class SvgBakingTests
{
    private const string Picture =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>Rabot d’œuvre</title><path d="M0 0h8v8z"/></svg>""";

    private const string Hosted = """{"type":"Assertion","id":"https://badges.example/a?b=1&c=2","name":"œ ’ 🪵 <é>"}""";

    private static string Jwt { get; } = Sign();

    [Fact]
    public void Bake_Jwt_IsTheVerifyAttributeOfTheFirstElement()
    {
        var baked = Bake(Picture, Jwt);

        Assert.Equal(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">"""
            + $"""<openbadges:credential verify="{Jwt}" /><title>Rabot d’œuvre</title><path d="M0 0h8v8z" /></svg>""",
            baked);
        Assert.Equal([new BakedElement(BakedVersion.OpenBadges3, Jwt, null, IsFirst: true)], Read(baked));
    }

    [Fact]
    public void Bake_JsonOfOpenBadges3_IsInACdataSectionWithoutVerify()
    {
        var json = SignedExamples.Credential.ToJson();

        var baked = Bake(Picture, json);

        Assert.Contains(
            $"<openbadges:credential><![CDATA[{json}]]></openbadges:credential>", baked, StringComparison.Ordinal);
        Assert.Equal([new BakedElement(BakedVersion.OpenBadges3, null, json, IsFirst: true)], Read(baked));
    }

    [Fact]
    public void Bake_HostedAssertion_NamesItsAddressAndHoldsItsJson()
    {
        var baked = Bake(Picture, Hosted);

        Assert.Contains(
            """<openbadges:assertion verify="https://badges.example/a?b=1&amp;c=2"><![CDATA[{""",
            baked,
            StringComparison.Ordinal);
        Assert.Contains("xmlns:openbadges=\"http://openbadges.org\"", baked, StringComparison.Ordinal);
        Assert.Equal(
            [new BakedElement(BakedVersion.OpenBadges2, "https://badges.example/a?b=1&c=2", Hosted, IsFirst: true)],
            Read(baked));
    }

    [Fact]
    public void Bake_SignedAssertion_IsTheVerifyAttribute()
    {
        using var key = SignedExamples.PublishedKey();
        var jws = Jws.Sign(Hosted, key);

        Assert.Equal([new BakedElement(BakedVersion.OpenBadges2, jws, null, IsFirst: true)], Read(Bake(Picture, jws)));
    }

    [Theory]
    [InlineData("]]>")]
    [InlineData("]]]]>>")]
    [InlineData("]]>]]>")]
    [InlineData("a]]>b<![CDATA[c]]>")]
    public void Bake_EndMarkInsideTheJson_IsSplitAndReadsBack(string name)
    {
        var json = $$"""{"type":"Assertion","id":"urn:x","name":"{{name}}"}""";

        var baked = Bake(Picture, json);

        Assert.Equal(json, Assert.Single(Read(baked)).Body);
        Assert.Contains("]]]]><![CDATA[>", baked, StringComparison.Ordinal);
    }

    [Fact]
    public void Bake_Again_ReplacesTheElementOfEitherVersion()
    {
        var once = Bake(Picture, Jwt);

        var twice = Bake(Bake(once, Hosted), Jwt);

        Assert.Equal(once, twice);
    }

    [Fact]
    public void Bake_ElementsInOddPlacesAndUnderOtherPrefixes_AreReplaced()
    {
        const string Odd = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="http://openbadges.org" xmlns:openbadges="http://openbadges.org">
              <g><ob:assertion verify="https://old.example"/></g>
              <x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0" verify="old"/>
            </svg>
            """;

        var baked = Bake(Odd, Jwt);

        Assert.Equal([new BakedElement(BakedVersion.OpenBadges3, Jwt, null, IsFirst: true)], Read(baked));
        Assert.Contains("<openbadges:credential verify=", baked, StringComparison.Ordinal);
        Assert.DoesNotContain("http://openbadges.org", baked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", SvgFault.Empty)]
    [InlineData("<svg", SvgFault.NotWellFormed)]
    [InlineData("<svg/>", SvgFault.NotSvg)]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", SvgFault.NotSvg)]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>", SvgFault.EntityDeclared)]
    public void TryBake_MalformedPicture_SaysWhy(string picture, SvgFault expected)
    {
        Assert.Null(SvgBaking.TryBake(Encoding.UTF8.GetBytes(picture), Jwt, out var fault));
        Assert.Equal(expected, fault);
        Assert.Throws<ArgumentException>(() => SvgBaking.Bake(Encoding.UTF8.GetBytes(picture), Jwt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://badges.example/a")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"type":["Person"]}""")]
    [InlineData("""{"type":"Assertion","type":"VerifiableCredential"}""")]
    [InlineData("e30.e30.AA")]
    public void Bake_TextThatIsNoCredential_IsRefused(string text)
    {
        Assert.Null(BakedVersions.TryRecognize(text));
        Assert.Throws<ArgumentException>(() => SvgBaking.Bake(Encoding.UTF8.GetBytes(Picture), text));
    }

    [VectorsFact]
    public void Read_PublishedBadge_IsTheFirstElement()
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Vectors!, "1edtech-validator", "ob30", "simple-jwt.svg"));

        var element = Assert.Single(SvgBaking.Read(SvgDocument.TryRead(file, out _)!));

        Assert.Equal((BakedVersion.OpenBadges3, true), (element.Version, element.IsFirst));
        Assert.NotNull(Jws.TryRead(element.Verify!));
    }

    private static string Bake(string picture, string credential) =>
        Encoding.UTF8.GetString(SvgBaking.Bake(Encoding.UTF8.GetBytes(picture), credential));

    private static IReadOnlyList<BakedElement> Read(string svg) =>
        SvgBaking.Read(SvgDocument.TryRead(Encoding.UTF8.GetBytes(svg), out _)!);

    private static string Sign()
    {
        using var key = SignedExamples.PublishedKey();
        return VcJwt.Sign(SignedExamples.Credential, key, SignedExamples.KeyAddress);
    }
}
