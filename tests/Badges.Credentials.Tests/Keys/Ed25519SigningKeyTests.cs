using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Keys;

/// <summary>Ed25519, RFC 8032, and its place in JOSE, RFC 8037.</summary>
public sealed class Ed25519SigningKeyTests
{
    // RFC 8037, appendix A: the key of RFC 8032, section 7.1, test 1, as a JWK, and a JWS signed with it.
    private const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private const string Thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    private const string Token =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR"
        + "4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    /// <summary>RFC 8032, section 7.1: seed, public key, message, signature.</summary>
    public static TheoryData<string, string, string, string> Vectors => new()
    {
        {
            Seed, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
            + "655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
            + "b00d291612bb0c00"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_Vector_GivesItsSignatureAndOnlyThatVerifies(
        string seed, string publicKey, string message, string signature)
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(seed));
        var data = Convert.FromHexString(message);

        var signed = key.Sign(data);

        Assert.Equal(signature, Convert.ToHexStringLower(signed));
        Assert.Equal(
            publicKey, Convert.ToHexStringLower(Base58.TryDecode(key.Multikey.AsSpan(1)).AsSpan(2)));
        Assert.True(key.Verify(data, signed));
        Assert.All(Enumerable.Range(0, signed.Length * 8), bit =>
        {
            var changed = (byte[])signed.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.Verify(data, changed));
        });
    }

    [Fact]
    public void Jws_OfRfc8037_VerifiesAndIsMadeAgain()
    {
        using var key = Ed25519SigningKey.FromSeed(Convert.FromHexString(Seed));
        using var publicKey = PublicKey.TryReadJwk(
            JsonElement.Parse($$"""{"kty":"OKP","crv":"Ed25519","x":"{{X}}"}"""))!;

        Assert.Equal(Thumbprint, key.Thumbprint);
        Assert.Equal(Thumbprint, publicKey.Thumbprint);
        Assert.True(Jws.Verify(Jws.TryRead(Token)!, publicKey));
        Assert.Equal(Token, Jws.Sign("Example of Ed25519 signing", key));
    }

    [Fact]
    public void Pkcs8_ExportAndRead_IsTheSameKey()
    {
        using var key = Ed25519SigningKey.FromSeed(SHA256.HashData("seed"u8));

        using var again = Ed25519SigningKey.FromPkcs8(key.ExportPkcs8());

        Assert.Equal(key.Multikey, again.Multikey);
        Assert.Throws<CryptographicException>(() => Ed25519SigningKey.FromPkcs8([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Ed25519SigningKey.FromSeed([1, 2, 3]));
    }

    [Theory]
    [InlineData("Ed25519")]
    [InlineData("P-256")]
    [InlineData("P-384")]
    public void VcJwt_OfEachKind_VerifiesUnderItsOwnAlgorithm(string type)
    {
        using ISigningKey key = type switch
        {
            "Ed25519" => Ed25519SigningKey.FromSeed(SHA256.HashData("seed"u8)),
            "P-256" => EcSigningKey.FromPkcs8(ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKey()),
            _ => EcSigningKey.FromPkcs8(ECDsa.Create(ECCurve.NamedCurves.nistP384).ExportPkcs8PrivateKey()),
        };
        using var publicKey = PublicKey.TryReadJwk(JsonElement.Parse(key.PublicJwk("kid")))!;

        var jws = Jws.TryRead(VcJwt.Sign(SignedExamples.Credential, key, "https://badges.example/keys/1"))!;

        Assert.Equal(
            $$"""{"alg":"{{key.Algorithm}}","kid":"https://badges.example/keys/1","typ":"JWT"}""",
            Encoding.UTF8.GetString(Base64UrlText.TryDecode(jws.Text.Split('.')[0])!));
        Assert.True(Jws.Verify(jws, publicKey));
        Assert.Equal(SignedExamples.Credential.ToJson(), VcJwt.CredentialOf(jws));
    }

    [Fact]
    public async Task Sign_FromManyThreads_IsAlwaysRight()
    {
        using var key = EcSigningKey.FromPkcs8(ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKey());
        var data = "data"u8.ToArray();

        var signatures = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => key.Sign(data))));

        using var publicKey = PublicKey.TryReadMultikey(key.Multikey)!;
        Assert.All(signatures, signature => Assert.True(publicKey.Verify(data, signature)));
    }
}
