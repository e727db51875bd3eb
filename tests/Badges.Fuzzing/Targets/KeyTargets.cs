using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using Badges.Credentials;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.Credentials.Status;
using static Badges.Fuzzing.PropertyException;

namespace Badges.Fuzzing.Targets;

/// <summary>Keys, identifiers, tokens, proofs and lists: what is encoded.</summary>
public static class KeyTargets
{
    private const int MostBits = 1024 * 1024;

    public static FuzzTarget Multibase { get; } = new("multibase", RunMultibase)
    {
        Seeds =
        [
            Bytes(FuzzBadges.Key.Multikey), Bytes("zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"),
            Bytes("z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54"), Bytes("z1111"),
            Bytes("u1SABAg"),
        ],
        Words = ["z", "u", "m", "1", "0", "O", "z6Mk", "zDn"],
    };

    public static FuzzTarget DidDocuments { get; } = new("did", RunDid)
    {
        Seeds =
        [
            Bytes(FuzzBadges.Method), Bytes("did:web:a.example%3A8443:issuers:x"),
            Bytes("did:jwk:" + Base64UrlText.Encode(Bytes(FuzzBadges.Key.PublicJwk(null)))),
        ],
        Words = ["did:web:", "did:key:", "did:jwk:", "%2F", "%3A", "..", ":", "#", "?", "@", "[::1]", "%00"],
    };

    public static FuzzTarget Jwk { get; } = new("jwk", RunJwk)
    {
        Seeds =
        [
            Bytes(FuzzBadges.Key.PublicJwk("did:example:1#0")),
            Bytes("""
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                 "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
                """),
            Bytes($$"""{"kty":"RSA","e":"AQAB","n":"{{Base64UrlText.Encode([0xC1, .. new byte[254], 1])}}"}"""),
            Bytes($$"""
                {"id":"did:example:1","verificationMethod":[{"id":"#0","type":"Multikey","controller":"did:example:1",
                 "publicKeyMultibase":"{{FuzzBadges.Key.Multikey}}"}],"assertionMethod":["#0",{"id":"#1"}]}
                """),
        ],
        Words =
            ["\"d\":\"AA\",", "\"alg\":\"none\",", "\"use\":\"enc\",", "\"oth\":[],", "P-521", "oct", "OKP", "Ed25519"],
        IsJson = true,
    };

    /// <summary>A header, a line feed, and a payload; the signature is the seed's.</summary>
    public static FuzzTarget Token { get; } = new("jws", RunToken)
    {
        Seeds =
        [
            Bytes(FuzzBadges.Jwt),
            [.. FuzzBadges.JwtPart(0), (byte)'\n', .. FuzzBadges.JwtPart(1)],
            Bytes("{\"alg\":\"RS256\",\"kid\":\"https://a.example/k\",\"typ\":\"JWT\"}\n{\"iss\":\"x\"}"),
        ],
        Words =
        [
            "\"crit\":[\"exp\"],", "\"b64\":false,", "\"zip\":\"DEF\",", "\"jku\":\"https://a.example/\",",
            "\"alg\":\"none\",", "\"alg\":\"HS256\",", "\"x5c\":[\"AA\"],", ".", "..", "=", "+", "/", " ", "eyJ",
        ],
        IsJson = true,
    };

    public static FuzzTarget Cbor { get; } = new("cbor", RunCbor)
    {
        Seeds = [CborOf(0), CborOf(1), CborOf(40)],
        Words = ["\u0000", "\u0001"],
    };

    /// <summary>The first byte says whether the rest is the text, or the compressed bytes in it.</summary>
    public static FuzzTarget StatusList { get; } = new("statuslist", RunStatusList)
    {
        Seeds =
        [
            [0, .. Bytes(BitstringStatusList.Encode(BitstringStatusList.Empty()))],
            [1, .. FuzzBadges.Gzip(new byte[16_384])],
            [1, .. FuzzBadges.Gzip(new byte[20_000_000])], [1, .. FuzzBadges.Gzip([]), .. FuzzBadges.Gzip(new byte[5])],
        ],
        Words = ["u", "\u001f", "H4sI"],
    };

    private static void RunMultibase(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (Base58.TryDecode(text) is { } decoded)
        {
            Require(Base58.Encode(decoded) == text, "base58 has one text for some bytes");
        }

        if (bytes.Length <= 300)
        {
            var again = Base58.TryDecode(Base58.Encode(bytes));
            Require(again.AsSpan().SequenceEqual(bytes), "base58 gives the bytes back");
        }

        if (Base64UrlText.TryDecode(text) is { } url)
        {
            Require(Base64UrlText.Encode(url) == text, "base64url has one text for some bytes");
        }

        using var key = Multikey.TryRead(text)?.Open();
    }

    private static void RunDid(byte[] bytes)
    {
        var did = Encoding.UTF8.GetString(bytes);
        if (Did.WebAddress(did) is { } address)
        {
            Require(
                Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "https"
                    && uri.UserInfo.Length == 0
                    && uri.AbsolutePath.EndsWith("/did.json", StringComparison.Ordinal) && uri.Query.Length == 0,
                "a did:web stands at an https address of its host");
        }

        if (Did.Expand(Did.WithoutFragment(did)) is { } document)
        {
            Require(document.AssertionMethods.Count == 1, "a key is one method");
        }
    }

    private static void RunJwk(byte[] bytes)
    {
        if (IJson.TryParse(bytes) is not { } json)
        {
            return;
        }

        using var key = VerificationKey.TryReadJwk(json)?.Open();
        if (key is not null)
        {
            Require(!key.Verify("x"u8, new byte[64]), "nothing is signed by zeros");
        }

        if (json.ValueKind is JsonValueKind.Object)
        {
            var document = new ControllerDocument("did:example:1", json);
            Require(document.AssertionMethods.Count <= document.Methods.Count, "assertion methods are methods");
            _ = document.AssertionIds.Count;
        }
    }

    private static void RunToken(byte[] bytes)
    {
        var split = Array.IndexOf(bytes, (byte)'\n');
        var text = split < 0
            ? Encoding.UTF8.GetString(bytes)
            : $"{Base64UrlText.Encode(bytes.AsSpan(0, split))}.{Base64UrlText.Encode(bytes.AsSpan(split + 1))}."
                + FuzzBadges.Jwt.Split('.')[2];
        if (Jws.TryRead(text) is not { } jws)
        {
            return;
        }

        Require(
            $"{Encoding.ASCII.GetString(jws.SigningInput.Span)}.{Base64UrlText.Encode(jws.Signature.Span)}" == text,
            "a token has one text");
        using var key = PublicKey.TryReadMultikey(FuzzBadges.Key.Multikey)!;
        Require(!Jws.Verify(jws, key) || text == FuzzBadges.Jwt, "only what was signed is verified");
    }

    private static void RunCbor(byte[] bytes)
    {
        var value = "u" + Base64UrlText.Encode([0xD9, 0x5D, 0x01, .. bytes]);
        if (DerivedProofValue.TryRead(value) is { } proof)
        {
            Require(
                proof.BaseSignature.Length == 64 && proof.Signatures.All(each => each.Length == 64)
                    && proof.Labels.Values.Distinct().Count() == proof.Labels.Count,
                "the parts are as they must be");
        }

        _ = DerivedProofValue.TryRead(Encoding.Latin1.GetString(bytes));
    }

    private static void RunStatusList(byte[] bytes)
    {
        var rest = bytes.Length == 0 ? [] : bytes[1..];
        var text = bytes is [1, ..] ? "u" + Base64UrlText.Encode(rest) : Encoding.Latin1.GetString(rest);
        if (BitstringStatusList.TryDecode(text, MostBits, out var fault) is not { } list)
        {
            Require(fault is not BitstringFault.None, "a list that is not read has a fault");
            return;
        }

        Require(list.Bits.Length <= MostBits, "a list is no longer than asked for");
        Require(list.IsSet(list.Length) is null && list.IsSet(-1) is null, "a list ends");
        if (!list.IsShort)
        {
            var again = BitstringStatusList.TryDecode(BitstringStatusList.Encode(list.Bits.Span), MostBits);
            Require(again is not null && again.Bits.Span.SequenceEqual(list.Bits.Span), "a list is encoded as it was");
        }
    }

    private static byte[] CborOf(int count)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(5);
        writer.WriteByteString(new byte[64]);
        writer.WriteByteString(new byte[35]);
        writer.WriteStartArray(count);
        for (var index = 0; index < count; index++)
        {
            writer.WriteByteString(new byte[64]);
        }

        writer.WriteEndArray();
        writer.WriteStartMap(count);
        for (var index = 0; index < count; index++)
        {
            writer.WriteInt32(index);
            writer.WriteByteString([.. new byte[31], (byte)index]);
        }

        writer.WriteEndMap();
        writer.WriteStartArray(count);
        for (var index = 0; index < count; index++)
        {
            writer.WriteInt32(index);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
