using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Verification;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>A key verifies under one algorithm and no other, whatever the signature claims (RFC 8725, sections 2.1 and
/// 3.1; Data Integrity 1.0, section 4.4).</summary>
public sealed class AlgorithmBindingTests : IDisposable
{
    private static readonly string[] Types = ["RSA", "P-256", "P-384", "Ed25519"];

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly Dictionary<string, ISigningKey> _keys;

    public AlgorithmBindingTests() => _keys = new()
    {
        ["RSA"] = new RsaSigningKey(_rsa),
        ["P-256"] = EmbeddingIssuer.P256,
        ["P-384"] = EmbeddingIssuer.P384,
        ["Ed25519"] = EmbeddingIssuer.Key,
    };

    public static TheoryData<string, string> WrongJwsPairs => Pairs(
        ["RS256", "ES256", "ES384", "EdDSA", "HS256", "none", "PS256", "RS512", "ES256K", "ES512"],
        algorithm => algorithm switch
        {
            "RS256" => ["RSA"],
            "ES256" => ["P-256"],
            "ES384" => ["P-384"],
            "EdDSA" => ["Ed25519"],
            _ => [],
        });

    public static TheoryData<string, string> WrongProofPairs => Pairs(
        [.. Cryptosuites.All.Select(suite => suite.Name)],
        name => Cryptosuites.All.Single(suite => suite.Name == name).Algorithms.Select(algorithm => algorithm switch
        {
            "ES256" => "P-256",
            "ES384" => "P-384",
            _ => "Ed25519",
        }));

    public void Dispose()
    {
        _keys["RSA"].Dispose();
        _rsa.Dispose();
    }

    [Fact]
    public void WrongPairs_Together_AreMoreThanTwentyFour() => Assert.True(
        WrongJwsPairs.Count + WrongProofPairs.Count >= 24,
        $"{WrongJwsPairs.Count} and {WrongProofPairs.Count}");

    [Theory]
    [MemberData(nameof(WrongJwsPairs))]
    public void Jws_HeaderOfAnotherAlgorithm_IsRefusedWhoeverSigned(string algorithm, string type)
    {
        var key = _keys[type];
        var input = Encode($$"""{"alg":"{{algorithm}}"}""") + "." + Encode("""{"a":1}""");
        string[] signatures =
        [
            Base64UrlText.Encode(key.Sign(Encoding.ASCII.GetBytes(input))),
            Base64UrlText.Encode(HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(key.PublicJwk(null)), Encoding.ASCII.GetBytes(input))),
            string.Empty,
        ];
        using var verifying = PublicKey.TryReadJwk(JsonElement.Parse(key.PublicJwk(null)))!;

        Assert.All(signatures, signature => Assert.False(
            Jws.TryRead($"{input}.{signature}") is { } jws && Jws.Verify(jws, verifying)));
    }

    [Theory]
    [MemberData(nameof(WrongProofPairs))]
    public void Verify_ProofOfASuiteThatTakesOtherKeys_IsRefusedWhoeverSigned(string suite, string type)
    {
        var signed = SignedAs(suite, _keys[type]);
        using var key = PublicKey.TryReadJwk(JsonElement.Parse(_keys[type].PublicJwk(null)))!;

        var verification = DataIntegrity.Verify(
            SecuredDocument.Of(signed, BundledContexts.Documents), signed.GetProperty("proof")[0], key);

        Assert.Equal(ProofOutcome.WrongKeyType, verification.Outcome);
    }

    [Theory]
    [MemberData(nameof(WrongProofPairs))]
    public void Sign_WithAKeyThatTheSuiteDoesNotTake_IsRefused(string suite, string type) =>
        Assert.Throws<ArgumentException>(() => EmbeddingIssuer.Sign(
            SigningIssuer.Badge().ToJsonString(), Cryptosuites.All.Single(each => each.Name == suite), _keys[type],
            "did:example:1#key"));

    [Theory]
    [InlineData(1024)]
    [InlineData(2040)]
    [InlineData(4104)]
    [InlineData(8192)]
    public void RsaKey_OfASizeOutOfBounds_IsNotRead(int bits)
    {
        var modulus = new byte[bits / 8];
        Array.Fill(modulus, (byte)0xFF);
        using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });

        Assert.Null(PublicKey.TryReadJwk(JsonElement.Parse(RsaJwk.PublicJwk(rsa, null, withUse: true))));
        Assert.Null(PublicKey.TryReadPem(RsaJwk.PublicPem(rsa)));
    }

    [Fact]
    public void RsaKey_TooWeak_DoesNotSign()
    {
        using var rsa = RSA.Create(1024);

        Assert.Throws<ArgumentException>(() => new RsaSigningKey(rsa));
    }

    [Fact]
    public void Verify_SignatureOfTheOtherCurve_IsRefused()
    {
        var signed = JsonElement.Parse(EmbeddingIssuer.Sign(
            SigningIssuer.Badge().ToJsonString(), Cryptosuites.EcdsaRdfc2019, EmbeddingIssuer.P384, "did:example:1#key"));
        using var key = PublicKey.TryReadMultikey(EmbeddingIssuer.P256.Multikey)!;

        var verification = DataIntegrity.Verify(
            SecuredDocument.Of(signed, BundledContexts.Documents), signed.GetProperty("proof")[0], key);

        Assert.Equal(ProofOutcome.NoSignature, verification.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("z6Mk")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hw")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi1")]
    [InlineData("u7QEnfs8L5_B9MzqoXAQ8TqRkqbnsTtlpWNHBnHPCPOD2Yw")]
    [InlineData("m6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hw0")]
    [InlineData("z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc")]
    [InlineData("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme")]
    [InlineData("zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa")]
    public void Multikey_TruncatedOrOfAnotherCodec_IsRefused(string multikey) =>
        Assert.Null(PublicKey.TryReadMultikey(multikey));

    [Fact]
    public void Multikey_PointOfP384UnderThePrefixOfP256_IsRefused()
    {
        var bytes = Base58.TryDecode(EmbeddingIssuer.P384.Multikey.AsSpan(1))!;
        bytes[0] = 0x80;

        Assert.Null(PublicKey.TryReadMultikey("z" + Base58.Encode(bytes)));
    }

    [Theory]
    [InlineData("Ed25519")]
    [InlineData("P-256")]
    [InlineData("P-384")]
    public void Multikey_OfEachKind_IsTheKeyOfItsJwk(string type)
    {
        var key = _keys[type];
        var multikey = key is Ed25519SigningKey ed25519 ? ed25519.Multikey : ((EcSigningKey)key).Multikey;
        using var fromMultikey = PublicKey.TryReadMultikey(multikey)!;

        Assert.Equal(key.Thumbprint, fromMultikey.Thumbprint);
        Assert.Equal(key.Algorithm, fromMultikey.Algorithm);
    }

    private static JsonElement SignedAs(string name, ISigningKey key)
    {
        var suite = Cryptosuites.All.Single(each => each.Name == name);
        var badge = SigningIssuer.Badge();
        badge["proof"] = new JsonArray(new JsonObject
        {
            ["type"] = suite.Type,
            ["cryptosuite"] = suite.Type == suite.Name ? null : suite.Name,
            ["created"] = "2026-01-15T09:30:00Z",
            ["verificationMethod"] = "did:example:1#key",
            ["proofPurpose"] = "assertionMethod",
            ["proofValue"] = "z" + Base58.Encode(key.Sign(new byte[64])),
        });
        return JsonSerializer.SerializeToElement(badge);
    }

    private static string Encode(string text) => Base64UrlText.Encode(Encoding.UTF8.GetBytes(text));

    private static TheoryData<string, string> Pairs(
        IEnumerable<string> algorithms, Func<string, IEnumerable<string>> rightTypes)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var algorithm in algorithms)
        {
            foreach (var type in Types.Except(rightTypes(algorithm)))
            {
                pairs.Add(algorithm, type);
            }
        }

        return pairs;
    }
}
