using System.Security.Cryptography;
using System.Text;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Keys;

namespace Badges.Credentials.Tests.Proofs;

public sealed class JwsTests
{
    private const string Payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";

    [Fact]
    public void Sign_ExampleOfRfc7515_GivesThePublishedText()
    {
        using var key = SignedExamples.PublishedKey();

        Assert.Equal(SignedExamples.Vector("rfc7515-a2.jws"), Jws.Sign(Payload, key));
    }

    [Theory]
    [InlineData("rfc7515-a2")]
    [InlineData("rfc7515-a3")]
    public void Verify_ExamplesOfRfc7515_AreGood(string name)
    {
        var jws = Jws.TryRead(SignedExamples.Vector(name + ".jws"))!;

        using var key = name.EndsWith("a3", StringComparison.Ordinal)
            ? PublicKey.TryReadJwk(RsaJwkTests.Parse(SignedExamples.Vector(name + "-key.json")))!
            : PublishedPublicKey();

        Assert.Equal(Payload, Encoding.UTF8.GetString(jws.Payload.Span));
        Assert.True(Jws.Verify(jws, key));
    }

    [Fact]
    public void Sign_ExampleOfRfc8037_GivesThePublishedTextAndItsKeyVerifiesIt()
    {
        using var key = Ed25519SigningKey.FromSeed(
            Base64UrlText.TryDecode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")!);
        using var reader = PublicKey.TryReadJwk(RsaJwkTests.Parse(key.PublicJwk(null)))!;

        var text = Jws.Sign("Example of Ed25519 signing", key);

        Assert.Equal(
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbh"
            + "ijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
            text);
        Assert.True(Jws.Verify(Jws.TryRead(text)!, reader));
    }

    [Fact]
    public void Sign_WithAKeyAddress_PutsItInTheHeader()
    {
        using var key = SignedExamples.PublishedKey();

        var jws = Jws.TryRead(Jws.Sign("é \U0001FAB5", key, "https://a.example/k?a=\"é\""))!;

        Assert.Equal("""{"alg":"RS256","kid":"https://a.example/k?a=\"é\""}""", jws.Header.GetRawText());
        Assert.Equal("https://a.example/k?a=\"é\"", jws.KeyId);
        Assert.Equal("é \U0001FAB5", Encoding.UTF8.GetString(jws.Payload.Span));
        using var rsa = SignedExamples.PublishedRsa();
        Assert.True(Jws.Verify(jws, rsa));
    }

    [Fact]
    public void Verify_AnyPartChanged_IsBad()
    {
        using var key = PublishedPublicKey();
        var parts = SignedExamples.Vector("rfc7515-a2.jws").Split('.');

        for (var part = 0; part < 3; part++)
        {
            var changed = parts.ToArray();
            changed[part] = part == 0 ? Encode("""{"alg":"RS256","a":1}""") : Flip(changed[part]);
            Assert.False(Jws.Verify(Jws.TryRead(string.Join('.', changed))!, key));
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("EdDSA")]
    [InlineData("rs256")]
    [InlineData("")]
    public void Verify_AlgorithmThatIsNotTheKeys_IsBadWhateverTheSignature(string algorithm)
    {
        using var key = PublishedPublicKey();
        using var rsa = SignedExamples.PublishedRsa();
        var input = Encode($$"""{"alg":"{{algorithm}}"}""") + "." + Encode(Payload);
        var rs256 = Rs256(rsa, input);
        var rs512 = rsa.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        var hs256 = HMACSHA256.HashData(Encoding.UTF8.GetBytes(RsaJwk.PublicPem(rsa)), Encoding.ASCII.GetBytes(input));

        foreach (var signature in new[] { [], rs256, rs512, hs256 })
        {
            var jws = Jws.TryRead(input + "." + Base64UrlText.Encode(signature))!;

            Assert.False(Jws.Verify(jws, key));
            Assert.False(Jws.Verify(jws, rsa));
        }
    }

    [Theory]
    [InlineData("""{"alg":"RS256","crit":["exp"],"exp":1}""")]
    [InlineData("""{"alg":"RS256","b64":false}""")]
    [InlineData("""{"alg":"RS256","zip":"DEF"}""")]
    public void Verify_HeaderThatChangesTheMeaning_IsBad(string header)
    {
        using var rsa = SignedExamples.PublishedRsa();
        var input = Encode(header) + "." + Encode(Payload);
        var signature = Rs256(rsa, input);

        Assert.False(Jws.Verify(Jws.TryRead(input + "." + Base64UrlText.Encode(signature))!, rsa));
    }

    [Theory]
    [InlineData("nistP256", "ES256", "SHA256")]
    [InlineData("nistP384", "ES384", "SHA384")]
    public void Verify_EllipticCurve_WantsRawSignaturesAndItsOwnAlgorithm(string curve, string algorithm, string hash)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        CompactJws Signed(string name, DSASignatureFormat format)
        {
            var input = Encode($$"""{"alg":"{{name}}"}""") + "." + Encode(Payload);
            var signature = key.SignData(Encoding.ASCII.GetBytes(input), new HashAlgorithmName(hash), format);
            return Jws.TryRead(input + "." + Base64UrlText.Encode(signature))!;
        }

        Assert.True(Jws.Verify(Signed(algorithm, DSASignatureFormat.IeeeP1363FixedFieldConcatenation), key));
        Assert.False(Jws.Verify(Signed(algorithm, DSASignatureFormat.Rfc3279DerSequence), key));
        Assert.False(Jws.Verify(Signed("ES512", DSASignatureFormat.IeeeP1363FixedFieldConcatenation), key));
        Assert.False(Jws.Verify(
            Signed(algorithm == "ES256" ? "ES384" : "ES256", DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            key));
    }

    [Fact]
    public void Verify_RsaKeyTooShort_IsBad()
    {
        using var rsa = RSA.Create(1024);
        var input = Encode("""{"alg":"RS256"}""") + "." + Encode(Payload);
        var signature = Rs256(rsa, input);

        Assert.False(Jws.Verify(Jws.TryRead(input + "." + Base64UrlText.Encode(signature))!, rsa));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("{}.{}.{}")]
    [InlineData("e30.e30")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AA.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AA=")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AB")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAB")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.A")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.A A")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.A+/A")]
    [InlineData(" eyJhbGciOiJSUzI1NiJ9.e30.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AA\n")]
    public void TryRead_NotThreePartsOfBase64Url_IsRefused(string text) => Assert.Null(Jws.TryRead(text));

    [Theory]
    [InlineData("""{"alg":"RS256","alg":"none"}""")]
    [InlineData("""{"alg":"RS256","jwk":{"kty":"RSA","kty":"oct"}}""")]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"alg":256}""")]
    [InlineData("""["RS256"]""")]
    [InlineData("""{"alg":"RS256"} {}""")]
    [InlineData("""{"alg":"RS256","\ud800":1}""")]
    [InlineData("\uFEFF{\"alg\":\"RS256\"}")]
    public void TryRead_HeaderThatIsNotOneObjectWithAnAlgorithm_IsRefused(string header) =>
        Assert.Null(Jws.TryRead(Encode(header) + ".e30.AA"));

    [Fact]
    public void TryRead_TooLong_IsRefused()
    {
        var text = SignedExamples.Vector("rfc7515-a2.jws");

        Assert.Null(Jws.TryRead(text + new string('A', Jws.MaximumLength)));
        Assert.Null(Jws.TryRead(new string('A', 1_000_000) + text));
    }

    [SamplesTheory]
    [InlineData("valid/20-jwt-rs256-kid.jwt", true)]
    [InlineData("valid/21-jwt-rs256-jwk.jwt", true)]
    [InlineData("valid/25-jwt-with-embedded-proof.jwt", true)]
    [InlineData("invalid/91-jwt-hs256-confusion.jwt", false)]
    [InlineData("invalid/a3-jwt-alg-swap.jwt", false)]
    [InlineData("invalid/a1-jwt-es256-der.jwt", false)]
    public void Verify_Samples_AreGoodUnderTheKeysOfTheirIssuer(string file, bool expected)
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Samples!, file)).Trim();
        var set = RsaJwkTests.Parse(File.ReadAllText(Path.Combine(SharedData.Samples!, "web", "jwks.json")));
        var keys = set.GetProperty("keys").EnumerateArray().Select(PublicKey.TryReadJwk).OfType<PublicKey>();

        Assert.Equal(expected, keys.Any(key => Jws.Verify(Jws.TryRead(text)!, key)));
    }

    [SamplesFact]
    public void TryRead_SampleWithFourParts_IsRefused()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Samples!, "invalid", "a5-jwt-trailing.jwt"));

        Assert.Null(Jws.TryRead(text.Trim()));
    }

    [HostileFact]
    public void TryReadJwk_HostileKeyOf512Bits_IsRefused()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Hostile!, "other", "j14-jwt-rsa-512.jwt")).Trim();

        var jws = Jws.TryRead(text);

        Assert.NotNull(jws?.Jwk);
        Assert.Null(PublicKey.TryReadJwk(jws.Jwk.Value));
    }

    internal static PublicKey PublishedPublicKey()
    {
        using var rsa = SignedExamples.PublishedRsa();
        return PublicKey.TryReadPem(RsaJwk.PublicPem(rsa))!;
    }

    private static byte[] Rs256(RSA key, string input) =>
        key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string Encode(string text) => Base64UrlText.Encode(Encoding.UTF8.GetBytes(text));

    private static string Flip(string part) => (part[0] == 'A' ? 'B' : 'A') + part[1..];
}
