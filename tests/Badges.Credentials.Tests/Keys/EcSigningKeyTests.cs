using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Keys;

public sealed class EcSigningKeyTests
{
    public static TheoryData<string, string, string, int> Curves => new()
    {
        { "nistP256", "ES256", "zDn", 64 },
        { "nistP384", "ES384", "z82", 96 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Sign_EachCurve_IsVerifiedByEveryFormOfItsKey(string curve, string algorithm, string prefix, int length)
    {
        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        using var key = new EcSigningKey(ecdsa);

        var signature = key.Sign([1, 2, 3]);

        Assert.Equal((algorithm, length), (key.Algorithm, signature.Length));
        Assert.StartsWith(prefix, key.Multikey, StringComparison.Ordinal);
        foreach (var form in new[]
        {
            PublicKey.TryReadMultikey(key.Multikey),
            PublicKey.TryReadJwk(JsonElement.Parse(key.PublicJwk("k"))),
            PublicKey.TryReadPem(ecdsa.ExportSubjectPublicKeyInfoPem()),
        })
        {
            Assert.Equal((algorithm, key.Thumbprint), (form!.Algorithm, form.Thumbprint));
            Assert.True(form.Verify([1, 2, 3], signature));
            Assert.False(form.Verify([1, 2, 4], signature));
            form.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Sign_FromSeveralThreads_IsGoodEachTime(string curve, string algorithm, string prefix, int length)
    {
        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        using var key = new EcSigningKey(ecdsa);

        await Parallel.ForAsync(0, 100, (_, _) =>
        {
            using var reader = PublicKey.TryReadMultikey(key.Multikey)!;
            var signature = key.Sign([1, 2, 3]);
            Assert.True(signature.Length == length && reader.Verify([1, 2, 3], signature), algorithm + prefix);
            return ValueTask.CompletedTask;
        });
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void FromPkcs8_WhatExportPkcs8Wrote_IsTheSameKey(string curve, string algorithm, string prefix, int length)
    {
        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        using var key = new EcSigningKey(ecdsa);

        using var restored = EcSigningKey.FromPkcs8(key.ExportPkcs8());

        Assert.Equal((key.Thumbprint, key.Multikey), (restored.Thumbprint, restored.Multikey));
        using var reader = PublicKey.TryReadMultikey(prefix + key.Multikey[prefix.Length..])!;
        Assert.True(reader.Algorithm == algorithm && reader.Verify([1], restored.Sign([1])));
        Assert.Equal(length, restored.Sign([1]).Length);
    }

    [Fact]
    public void PublicJwk_Named_HoldsNoPrivateMember()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = new EcSigningKey(ecdsa);

        var jwk = JsonElement.Parse(key.PublicJwk("k"));

        Assert.Equal(
            ["kty", "crv", "x", "y", "kid", "alg", "use"], jwk.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Constructor_AnotherCurveOrNoPrivateKey_IsRefused()
    {
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var publicOnly = ECDsa.Create(p256.ExportParameters(includePrivateParameters: false));

        Assert.Throws<ArgumentException>(() => new EcSigningKey(p521));
        Assert.Throws<ArgumentException>(() => EcSigningKey.FromPkcs8(p521.ExportPkcs8PrivateKey()));
        Assert.ThrowsAny<CryptographicException>(() => new EcSigningKey(publicOnly));
        Assert.ThrowsAny<CryptographicException>(() => EcSigningKey.FromPkcs8([1, 2, 3]));
    }

    [Fact]
    public void Sign_AfterDispose_IsRefused()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new EcSigningKey(ecdsa);
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
    }

    [Fact]
    public void Thumbprint_KeyOfRfc7515_IsThatOfItsJwk()
    {
        var jwk = JsonElement.Parse(SignedExamples.Vector("rfc7515-a3-key.json"));
        using var read = PublicKey.TryReadJwk(jwk)!;

        Assert.Equal(JwsAlgorithms.Es256, read.Algorithm);
        Assert.Equal("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U", read.Thumbprint);
    }

    [VectorsFact]
    public void Constructor_KeyPairOfTheW3C_HasItsPublicKey()
    {
        var pair = JsonElement.Parse(File.ReadAllBytes(
            Path.Combine(SharedData.Vectors!, "w3c-vc-di-ecdsa", "p256KeyPair.json")));

        using var key = W3cKeys.P256();

        Assert.Equal(pair.GetProperty("publicKeyMultibase").GetString(), key.Multikey);
    }
}
