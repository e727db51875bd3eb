using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Keys;

public sealed class RsaSigningKeyTests
{
    [Fact]
    public async Task Sign_FromSeveralThreads_GivesTheOneSignatureEachTime()
    {
        using var key = SignedExamples.PublishedKey();
        using var rsa = SignedExamples.PublishedRsa();
        var data = Encoding.UTF8.GetBytes("délissage");
        var expected = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var signatures = new ConcurrentBag<byte[]>();

        await Parallel.ForAsync(0, 200, (_, _) =>
        {
            signatures.Add(key.Sign(data));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(200, signatures.Count);
        Assert.All(signatures, signature => Assert.Equal(expected, signature));
    }

    [Fact]
    public void FromPkcs8_WhatExportPkcs8Wrote_IsTheSameKey()
    {
        using var key = SignedExamples.PublishedKey();

        using var restored = RsaSigningKey.FromPkcs8(key.ExportPkcs8());

        Assert.Equal(key.Thumbprint, restored.Thumbprint);
        Assert.Equal(key.PublicPem, restored.PublicPem);
        Assert.Equal(key.Sign([1, 2, 3]), restored.Sign([1, 2, 3]));
    }

    [Fact]
    public void PublicJwk_NeverHoldsAPrivateMember()
    {
        using var key = SignedExamples.PublishedKey();

        var jwk = RsaJwkTests.Parse(key.PublicJwk(SignedExamples.KeyAddress));

        Assert.Equal(["kty", "n", "e", "kid", "alg", "use"], jwk.EnumerateObject().Select(member => member.Name));
        using var publicKey = PublicKey.TryReadJwk(jwk);
        Assert.Equal(key.Thumbprint, publicKey!.Thumbprint);
        Assert.Equal(JwsAlgorithms.Rs256, publicKey.Algorithm);
    }

    [Fact]
    public void Constructor_KeyTooShort_IsRefused()
    {
        using var rsa = RSA.Create(1024);

        Assert.Throws<ArgumentException>(() => new RsaSigningKey(rsa));
    }

    [Fact]
    public void Constructor_PublicKeyOnly_IsRefused()
    {
        using var rsa = SignedExamples.PublishedRsa();
        using var publicOnly = RSA.Create(rsa.ExportParameters(includePrivateParameters: false));

        Assert.ThrowsAny<CryptographicException>(() => new RsaSigningKey(publicOnly));
    }

    [Fact]
    public void Sign_AfterDispose_IsRefused()
    {
        var key = SignedExamples.PublishedKey();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
    }
}
