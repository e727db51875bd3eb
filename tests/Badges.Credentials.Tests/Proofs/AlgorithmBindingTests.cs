using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>A key is for one algorithm: whatever a header, a proof or a JWK says, no other is tried with it (RFC 8725,
/// section 3.1). Each line of the tables is a wrong pair.</summary>
public sealed class AlgorithmBindingTests
{
    private const string Document = """{"id":"urn:uuid:1"}""";

    private static readonly string[] Foreign =
        ["none", "HS256", "HS384", "RS384", "RS512", "PS256", "ES256K", "ES512", "Ed448", "eddsa", "RSA1_5", "dir"];

    /// <summary>Every suite with every type of key that it is not made for.</summary>
    public static TheoryData<string, string> SuitesAndWrongKeys()
    {
        var data = new TheoryData<string, string>();
        foreach (var suite in Cryptosuites.All)
        {
            foreach (var algorithm in JwsAlgorithms.All.Except(suite.Algorithms))
            {
                data.Add(suite.Name, algorithm);
            }
        }

        return data;
    }

    /// <summary>Every algorithm that a header can name with every type of key that it is not for.</summary>
    public static TheoryData<string, string> HeadersAndWrongKeys()
    {
        var data = new TheoryData<string, string>();
        foreach (var named in JwsAlgorithms.All.Concat(Foreign))
        {
            foreach (var algorithm in JwsAlgorithms.All.Where(each => each != named))
            {
                data.Add(named, algorithm);
            }
        }

        return data;
    }

    /// <summary>A signature of each type of key at the lengths of the others, and as other libraries write
    /// it.</summary>
    public static TheoryData<string, string, string> SignaturesOfAnotherShape() => new()
    {
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "short" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "long" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "base64url" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "base58 without prefix" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "upper-case prefix" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "blank" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "empty" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "number" },
        { "eddsa-jcs-2022", JwsAlgorithms.EdDsa, "array" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es256, "short" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es256, "long" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es256, "der" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es256, "as long as P-384's" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es384, "short" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es384, "der" },
        { "ecdsa-jcs-2019", JwsAlgorithms.Es384, "as long as P-256's" },
    };

    [Theory]
    [MemberData(nameof(SuitesAndWrongKeys))]
    public void Verify_SuiteWithAKeyOfAnotherType_IsRefused(string suite, string algorithm)
    {
        var declared = ProofKeys.Suite(suite);
        using var key = ProofKeys.Reader(algorithm);
        var proof = JsonElement.Parse($$"""
            {"type":"{{declared.Type}}","cryptosuite":"{{suite}}","created":"2026-02-01T08:00:00Z",
             "verificationMethod":"did:example:1#k","proofPurpose":"assertionMethod",
             "proofValue":"z{{Base58.Encode(ProofKeys.All[algorithm].Sign([1]))}}"}
            """);

        var outcome = DataIntegrity.Verify(
            SecuredDocument.Of(JsonElement.Parse(Document), BundledContexts.Documents), proof, key);

        Assert.Equal(new(ProofOutcome.WrongKeyType, algorithm), outcome);
        Assert.Throws<ArgumentException>(() => ProofKeys.Sign(Document, declared, algorithm));
    }

    [Theory]
    [MemberData(nameof(HeadersAndWrongKeys))]
    public void Verify_HeaderThatNamesAnotherAlgorithm_IsRefusedThoughTheKeySigned(string named, string algorithm)
    {
        using var key = ProofKeys.Reader(algorithm);
        var input = $"{Encode($$"""{"alg":"{{named}}"}""")}.{Encode(Document)}";
        var signing = ProofKeys.All[algorithm];
        byte[][] signatures =
        [
            signing.Sign(Encoding.ASCII.GetBytes(input)),
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(signing.PublicJwk(null)), Encoding.ASCII.GetBytes(input)),
            [],
        ];

        Assert.All(signatures, signature =>
            Assert.False(Jws.Verify(Jws.TryRead($"{input}.{Base64UrlText.Encode(signature)}")!, key)));
    }

    [Theory]
    [InlineData(JwsAlgorithms.Rs256)]
    [InlineData(JwsAlgorithms.Es256)]
    [InlineData(JwsAlgorithms.Es384)]
    [InlineData(JwsAlgorithms.EdDsa)]
    public void TryReadJwk_AlgorithmOrUseOfAnotherKind_IsRefused(string algorithm)
    {
        var jwk = ProofKeys.All[algorithm].PublicJwk(null);

        Assert.NotNull(PublicKey.TryReadJwk(JsonElement.Parse(jwk)));
        foreach (var other in JwsAlgorithms.All.Concat(Foreign).Where(each => each != algorithm))
        {
            AssertRefused(jwk, json => json["alg"] = other);
        }

        AssertRefused(jwk, json => json["alg"] = 256);
        AssertRefused(jwk, json => json["use"] = "enc");
        AssertRefused(jwk, json => json["key_ops"] = new JsonArray("sign"));
        AssertRefused(jwk, json => json["d"] = "AQAB");
        AssertRefused(jwk, json => json["k"] = "AQAB");
        AssertRefused(jwk, json => json["kty"] = "oct");
        AssertRefused(jwk, json => json["kty"] = (string?)json["kty"] == "EC" ? "OKP" : "EC");
        if (algorithm != JwsAlgorithms.Rs256)
        {
            foreach (var curve in new[] { "P-256", "P-384", "P-521", "secp256k1", "Ed25519", "X25519", "Ed448" })
            {
                AssertRefused(jwk, json => json["crv"] = (string?)json["crv"] == curve ? "" : curve);
            }
        }
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2040)]
    [InlineData(4104)]
    [InlineData(8192)]
    public void TryReadJwk_RsaKeyOfAnotherSize_IsRefused(int bits)
    {
        var modulus = new byte[bits / 8];
        new Random(bits).NextBytes(modulus);
        (modulus[0], modulus[^1]) = (0xC0, (byte)(modulus[^1] | 1));
        var jwk = JsonElement.Parse($$"""{"kty":"RSA","n":"{{Base64UrlText.Encode(modulus)}}","e":"AQAB"}""");

        Assert.Null(PublicKey.TryReadJwk(jwk));
        Assert.Null(VerificationKey.TryReadJwk(jwk));
    }

    [Theory]
    [MemberData(nameof(SignaturesOfAnotherShape))]
    public void Verify_ProofValueOfAnotherShape_IsNoSignature(string suite, string algorithm, string shape)
    {
        using var key = ProofKeys.Reader(algorithm);
        var document = JsonNode.Parse(ProofKeys.Sign(Document, ProofKeys.Suite(suite), algorithm))!.AsObject();
        var proof = document["proof"]![0]!.AsObject();

        proof["proofValue"] = Reshape((string)proof["proofValue"]!, shape);

        var json = JsonElement.Parse(document.ToJsonString());
        var outcome = DataIntegrity.Verify(
            SecuredDocument.Of(json, BundledContexts.Documents), json.GetProperty("proof")[0], key);
        Assert.Equal(new(ProofOutcome.NoSignature), outcome);
    }

    private static JsonNode? Reshape(string value, string shape)
    {
        var signature = Base58.TryDecode(value.AsSpan(1))!;
        return shape switch
        {
            "short" => "z" + Base58.Encode(signature.AsSpan(1)),
            "long" => "z" + Base58.Encode([0, .. signature]),
            "base64url" => "u" + Base64UrlText.Encode(signature),
            "base58 without prefix" => value[1..],
            "upper-case prefix" => "Z" + value[1..],
            "blank" => value + " ",
            "empty" => string.Empty,
            "number" => 1,
            "array" => new JsonArray(value),
            "der" => "z" + Base58.Encode(ToDer(signature)),
            "as long as P-384's" => "z" + Base58.Encode(
                [.. new byte[16], .. signature[..32], .. new byte[16], .. signature[32..]]),
            "as long as P-256's" => "z" + Base58.Encode(signature.AsSpan(..64)),
            _ => throw new ArgumentException(shape, nameof(shape)),
        };
    }

    private static byte[] ToDer(byte[] signature)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(signature.AsSpan(..(signature.Length / 2)).TrimStart((byte)0));
            writer.WriteIntegerUnsigned(signature.AsSpan(signature.Length / 2).TrimStart((byte)0));
        }

        return writer.Encode();
    }

    private static void AssertRefused(string jwk, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(jwk)!.AsObject();
        change(json);
        var changed = JsonElement.Parse(json.ToJsonString());

        Assert.True(PublicKey.TryReadJwk(changed) is null, changed.GetRawText());
        Assert.True(VerificationKey.TryReadJwk(changed)?.Open() is null, changed.GetRawText());
    }

    private static string Encode(string text) => Base64UrlText.Encode(Encoding.UTF8.GetBytes(text));
}
