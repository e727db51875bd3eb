using System.Security.Cryptography;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Keys;

public sealed class PublicKeyTests
{
    private const string Ed25519Pem = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """;

    [Theory]
    [InlineData("P-256", "ES256")]
    [InlineData("P-384", "ES384")]
    public void TryReadJwk_EllipticCurve_IsBoundToItsAlgorithm(string curve, string algorithm)
    {
        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve == "P-256" ? "nistP256" : "nistP384"));
        var point = ecdsa.ExportParameters(false).Q;
        var (x, y) = (Base64UrlText.Encode(point.X), Base64UrlText.Encode(point.Y));
        var jwk = RsaJwkTests.Parse($$"""{"kty":"EC","crv":"{{curve}}","x":"{{x}}","y":"{{y}}"}""");

        using var key = PublicKey.TryReadJwk(jwk);

        Assert.Equal(algorithm, key!.Algorithm);
        Assert.Equal(EcJwk.Thumbprint(ecdsa), key.Thumbprint);
    }

    [Theory]
    [InlineData("""{"kty":"oct","k":"AQAB"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed448","x":"H2Z_WfamKVohiRT02uxrKYjLYdNZqoxbGlukW0aHIi4"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"H2Z_WfamKVohiRT02uxrKYjLYdNZqoxbGlukW0aHIg"}""")]
    [InlineData("""{"kty":"EC","crv":"secp256k1","x":"AQAB","y":"AQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"AQAB"}""")]
    [InlineData("""
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
         "y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}
        """)]
    [InlineData("[]")]
    [InlineData("null")]
    public void TryReadJwk_AnotherKindOfKey_IsRefused(string jwk) =>
        Assert.Null(PublicKey.TryReadJwk(RsaJwkTests.Parse(jwk)));

    [Fact]
    public void TryReadJwk_AlgorithmOfAnotherKind_IsRefused()
    {
        using var signing = SignedExamples.PublishedKey();
        var jwk = signing.PublicJwk(null);

        Assert.NotNull(PublicKey.TryReadJwk(RsaJwkTests.Parse(jwk)));
        Assert.Null(PublicKey.TryReadJwk(RsaJwkTests.Parse(jwk.Replace("RS256", "RS512"))));
    }

    [Fact]
    public void TryReadPem_KeyOfEachType_IsRead()
    {
        using var rsa = SignedExamples.PublishedRsa();
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        using var first = PublicKey.TryReadPem(rsa.ExportRSAPublicKeyPem());
        using var second = PublicKey.TryReadPem("Preamble\n" + p384.ExportSubjectPublicKeyInfoPem() + "\n");
        using var third = PublicKey.TryReadPem(Ed25519Pem); // RFC 8410, section 10.1

        Assert.Equal(("RS256", RsaJwk.Thumbprint(rsa)), (first!.Algorithm, first.Thumbprint));
        Assert.Equal(("ES384", EcJwk.Thumbprint(p384)), (second!.Algorithm, second.Thumbprint));
        Assert.Equal("EdDSA", third!.Algorithm);
        using var again = VerificationKey.TryReadPem(Ed25519Pem)!.Open();
        Assert.Equal(third.Thumbprint, again!.Thumbprint);
    }

    [Fact]
    public void TryReadPem_PrivateKeyOtherCurveOrBytesBehind_IsRefused()
    {
        using var rsa = SignedExamples.PublishedRsa();
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        string[] refused =
        [
            string.Empty, "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            rsa.ExportPkcs8PrivateKeyPem(), p256.ExportPkcs8PrivateKeyPem(), p256.ExportECPrivateKeyPem(),
            p521.ExportSubjectPublicKeyInfoPem(), Ed25519Pem.Replace("PUBLIC", "CERTIFICATE"),
            PemEncoding.WriteString("PUBLIC KEY", [.. p256.ExportSubjectPublicKeyInfo(), 0]),
            PemEncoding.WriteString("PUBLIC KEY", [.. rsa.ExportSubjectPublicKeyInfo(), 0]),
            PemEncoding.WriteString("RSA PUBLIC KEY", rsa.ExportSubjectPublicKeyInfo()),
            PemEncoding.WriteString("PUBLIC KEY", p256.ExportSubjectPublicKeyInfo().AsSpan(..^1)),
        ];

        Assert.All(refused, pem => Assert.Null(PublicKey.TryReadPem(pem)));
    }

    [SamplesFact]
    public void TryReadJwk_KeysOfTheSamples_AreRead()
    {
        var set = RsaJwkTests.Parse(File.ReadAllText(Path.Combine(SharedData.Samples!, "web", "jwks.json")));

        var algorithms = set.GetProperty("keys").EnumerateArray().Select(jwk => PublicKey.TryReadJwk(jwk)?.Algorithm);

        Assert.Equal(["RS256", "ES256", "EdDSA"], algorithms);
    }
}
