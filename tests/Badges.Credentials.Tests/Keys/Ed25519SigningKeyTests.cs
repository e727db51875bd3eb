using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Keys;

public sealed class Ed25519SigningKeyTests
{
    private const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    /// <summary>RFC 8032, section 7.1: secret key, public key, message, signature.</summary>
    public static TheoryData<string, string, string, string> Rfc8032 => new()
    {
        {
            Seed,
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            string.Empty,
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                + "454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
                + "3dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory]
    [MemberData(nameof(Rfc8032))]
    public void Sign_VectorOfRfc8032_GivesItsKeyAndItsSignature(
        string seed, string publicKey, string message, string signature)
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(seed));
        using var reader = PublicKey.TryReadMultikey(key.Multikey)!;
        var data = Convert.FromHexString(message);

        Assert.Equal(Multikey.OfEd25519(Convert.FromHexString(publicKey)), key.Multikey);
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(data)));
        Assert.True(reader.Verify(data, Convert.FromHexString(signature)));
        Assert.False(reader.Verify([.. data, 0], Convert.FromHexString(signature)));
    }

    [Fact]
    public void PublicJwk_KeyOfRfc8037_IsThePublishedOneWithItsThumbprint()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));

        var jwk = RsaJwkTests.Parse(key.PublicJwk(null));
        Assert.Equal("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", jwk.GetProperty("x").GetString());
        Assert.Equal(("OKP", "Ed25519"), (jwk.GetProperty("kty").GetString(), jwk.GetProperty("crv").GetString()));
        Assert.Equal("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key.Thumbprint);
    }

    [Fact]
    public void PublicJwk_Named_HoldsNoPrivateMemberAndReadsAsTheSameKey()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));

        var jwk = JsonElement.Parse(key.PublicJwk("did:web:a.example#\"é\""));

        Assert.Equal(["kty", "crv", "x", "kid", "alg", "use"], jwk.EnumerateObject().Select(member => member.Name));
        using var read = PublicKey.TryReadJwk(jwk)!;
        Assert.Equal((key.Thumbprint, JwsAlgorithms.EdDsa), (read.Thumbprint, read.Algorithm));
    }

    [Fact]
    public void FromPkcs8_WhatExportPkcs8Wrote_IsTheSameKey()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));

        using var restored = Ed25519SigningKey.FromPkcs8(key.ExportPkcs8());

        Assert.Equal((key.Thumbprint, key.Multikey), (restored.Thumbprint, restored.Multikey));
        Assert.Equal(key.Sign([1, 2, 3]), restored.Sign([1, 2, 3]));
    }

    [Fact]
    public void FromPkcs8_KeyOfAnotherTypeOrNone_IsRefused()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Throws<CryptographicException>(() => Ed25519SigningKey.FromPkcs8(ecdsa.ExportPkcs8PrivateKey()));
        Assert.Throws<CryptographicException>(() => Ed25519SigningKey.FromPkcs8([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void FromSeed_AnotherLength_IsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => Ed25519SigningKey.FromSeed(new byte[length]));

    [Fact]
    public async Task Sign_FromSeveralThreads_GivesTheOneSignatureEachTime()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));
        var expected = Convert.ToHexStringLower(key.Sign([1, 2, 3]));

        await Parallel.ForAsync(0, 500, (_, _) =>
        {
            Assert.Equal(expected, Convert.ToHexStringLower(key.Sign([1, 2, 3])));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Sign_AfterDispose_IsRefused()
    {
        var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
    }

    [Fact]
    public void Verify_SignatureWithTheGroupOrderAdded_IsBad()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));
        using var reader = PublicKey.TryReadMultikey(key.Multikey)!;
        var signature = key.Sign([1]);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;

        byte[] other = [.. signature[..32], .. s.ToByteArray(isUnsigned: true).Concat(new byte[32]).Take(32)];

        Assert.True(reader.Verify([1], signature));
        Assert.False(reader.Verify([1], other));
    }

    /// <summary>Under a point of small order, signatures hold that nobody made.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    public void Verify_PointOfSmallOrder_VerifiesNothing(string point)
    {
        var bytes = Convert.FromHexString(point);
        using var key = PublicKey.TryReadMultikey(Multikey.OfEd25519(bytes));

        byte[][] signatures =
        [
            new byte[64],
            [1, .. new byte[63]],
            [.. bytes, .. new byte[32]],
        ];

        Assert.All(signatures, signature => Assert.False(key?.Verify([1], signature) ?? false));
    }

    [VectorsFact]
    public void FromSeed_KeyPairOfTheW3C_HasItsPublicKey()
    {
        var pair = JsonElement.Parse(File.ReadAllBytes(
            Path.Combine(SharedData.Vectors!, "w3c-vc-di-eddsa", "keyPair.json")));

        using var key = W3cKeys.Ed25519();

        Assert.Equal(pair.GetProperty("publicKeyMultibase").GetString(), key.Multikey);
    }
}
