using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Tests.Keys;

public sealed class RsaJwkTests
{
    // RFC 7638, section 3.1.
    private const string PublishedModulus =
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMst"
        + "n64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr"
        + "n1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

    private static readonly string Published =
        $$"""{"kty":"RSA","n":"{{PublishedModulus}}","e":"AQAB","alg":"RS256","kid":"2011-04-29"}""";

    [Fact]
    public void Thumbprint_ExampleOfRfc7638_IsThePublishedOne()
    {
        using var key = RsaJwk.TryRead(Parse(Published))!;

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", RsaJwk.Thumbprint(key));
    }

    [Fact]
    public void PublicJwk_OfAKeyThatWasRead_HasTheSameNumbers()
    {
        using var key = RsaJwk.TryRead(Parse(Published))!;

        Assert.Equal(
            $$"""{"kty":"RSA","n":"{{PublishedModulus}}","e":"AQAB"}""", RsaJwk.PublicJwk(key, null, withUse: false));
        Assert.Equal(
            $$"""{"kty":"RSA","n":"{{PublishedModulus}}","e":"AQAB","kid":"urn:k","alg":"RS256","use":"sig"}""",
            RsaJwk.PublicJwk(key, "urn:k", withUse: true));
    }

    [Theory]
    [InlineData("SubjectPublicKeyInfo")]
    [InlineData("RSAPublicKey")]
    public void TryReadPem_PublicKey_IsRead(string form)
    {
        using var rsa = SignedExamples.PublishedRsa();
        var pem = form == "RSAPublicKey" ? rsa.ExportRSAPublicKeyPem() : RsaJwk.PublicPem(rsa);

        using var key = RsaJwk.TryReadPem(pem);

        Assert.Equal(RsaJwk.Thumbprint(rsa), RsaJwk.Thumbprint(key!));
    }

    [Fact]
    public void TryReadPem_PrivateKey_IsRefused()
    {
        using var rsa = SignedExamples.PublishedRsa();

        Assert.Null(RsaJwk.TryReadPem(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Null(RsaJwk.TryReadPem(rsa.ExportRSAPrivateKeyPem()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----")]
    public void TryReadPem_Damaged_IsRefused(string pem) => Assert.Null(RsaJwk.TryReadPem(pem));

    [Theory]
    [InlineData("kty", "\"EC\"")]
    [InlineData("kty", "1")]
    [InlineData("n", "\"\"")]
    [InlineData("n", "\"AA\"")]
    [InlineData("n", "7")]
    [InlineData("n", "\"AQAB=\"")]
    [InlineData("e", "\"AA\"")]
    [InlineData("e", "\"AQ\"")]
    [InlineData("e", "\"Ag\"")]
    [InlineData("e", null)]
    [InlineData("d", "\"AQAB\"")]
    [InlineData("oth", "[]")]
    [InlineData("use", "\"enc\"")]
    [InlineData("key_ops", "[\"sign\"]")]
    public void TryRead_OneMemberWrong_IsRefused(string member, string? json)
    {
        var jwk = JsonNode.Parse(Published)!.AsObject();
        jwk.Remove(member);
        if (json is not null)
        {
            jwk[member] = JsonNode.Parse(json);
        }

        Assert.Null(RsaJwk.TryRead(Parse(jwk.ToJsonString())));
    }

    [Fact]
    public void TryRead_LoneSurrogate_IsRefused() =>
        Assert.Null(RsaJwk.TryRead(Parse("""{"kty":"RSA","n":"\ud800","e":"AQAB"}""")));

    [Theory]
    [InlineData(1024, false)]
    [InlineData(2040, false)]
    [InlineData(2048, true)]
    [InlineData(4096, true)]
    [InlineData(4104, false)]
    public void TryRead_KeySize_IsBounded(int bits, bool expected)
    {
        var modulus = new byte[bits / 8];
        (modulus[0], modulus[^1]) = (0x80, 1);
        var jwk = $$"""{"kty":"RSA","n":"{{Base64Url(modulus)}}","e":"AQAB"}""";

        using var key = RsaJwk.TryRead(Parse(jwk));

        Assert.Equal(expected, key is not null);
    }

    internal static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
