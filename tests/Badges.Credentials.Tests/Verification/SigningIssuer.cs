using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;

namespace Badges.Credentials.Tests.Verification;

/// <summary>An issuer with a did:web, one RSA key and one status list: signs badges, good and bad, and publishes what
/// they need.</summary>
internal static class SigningIssuer
{
    public const string Did = SignedExamples.Did;
    public const string DidDocument = "https://badges.example/issuers/atelier-bois/did.json";
    public const string KeyAddress = SignedExamples.KeyAddress;
    public const string List = "https://badges.example/status/7";
    public const int Index = 94567;

    /// <summary>The published key of the examples.</summary>
    public static RsaSigningKey Key { get; } = SignedExamples.PublishedKey();

    /// <summary>Somebody else's key.</summary>
    public static RsaSigningKey OtherKey { get; } = MakeKey();

    /// <summary>The badge of the examples, changed.</summary>
    public static JsonObject Badge(Action<JsonObject>? change = null)
    {
        var badge = JsonNode.Parse(SignedExamples.Credential.ToJson())!.AsObject();
        change?.Invoke(badge);
        return badge;
    }

    /// <summary>The badge as the data model 1.1 has it, under the contexts of its time and this one.</summary>
    public static JsonObject Older(JsonObject badge, string context)
    {
        badge["@context"]![0] = KnownContexts.DataModel1;
        badge["@context"]![1] = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json";
        badge["@context"]!.AsArray().Add(context);
        badge["@context"]!.AsArray().Add(KnownContexts.DataIntegrity2);
        badge["credentialSubject"]!["achievement"]!.AsObject().Remove("inLanguage");
        badge["credentialSubject"]!["achievement"]!.AsObject().Remove("version");
        badge["issuanceDate"] = badge["validFrom"]!.DeepClone();
        badge["expirationDate"] = badge["validUntil"]!.DeepClone();
        badge.Remove("validFrom");
        badge.Remove("validUntil");
        return badge;
    }

    /// <summary>A badge signed as the service signs it.</summary>
    public static string Sign(JsonObject badge, RsaSigningKey? key = null, string kid = KeyAddress) =>
        VcJwt.SignJson(badge.ToJsonString(), key ?? Key, kid);

    /// <summary>Any header over any payload, signed with RS256 whatever the header says.</summary>
    public static string SignRaw(string header, string payload, RsaSigningKey? key = null)
    {
        string Encode(string text) => Base64UrlText.Encode(Encoding.UTF8.GetBytes(text));

        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64UrlText.Encode((key ?? Key).Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>The payload of a badge's token: the badge and its claims.</summary>
    public static JsonObject Payload(JsonObject badge)
    {
        var jws = Jws.TryRead(Sign(badge))!;
        return JsonNode.Parse(jws.Payload.Span)!.AsObject();
    }

    /// <summary>A badge's entry of a status list.</summary>
    public static JsonObject Entry(string list = List, string purpose = "revocation", JsonNode? index = null) => new()
    {
        ["id"] = $"{list}#1",
        ["type"] = "BitstringStatusListEntry",
        ["statusPurpose"] = purpose,
        ["statusListIndex"] = index ?? $"{Index}",
        ["statusListCredential"] = list,
    };

    /// <summary>A status list, with the bit set or not, changed and signed.</summary>
    public static string StatusList(
        bool isSet = false, Action<JsonObject>? change = null, RsaSigningKey? key = null, string kid = KeyAddress)
    {
        var bits = BitstringStatusList.Empty();
        if (isSet)
        {
            BitstringStatusList.Set(bits, Index);
        }

        var list = JsonNode.Parse(new BitstringStatusListCredential
        {
            Id = List,
            Issuer = Did,
            ValidFrom = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            EncodedList = BitstringStatusList.Encode(bits),
        }.ToJson())!.AsObject();
        change?.Invoke(list);
        return VcJwt.SignJson(list.ToJsonString(), key ?? Key, kid);
    }

    /// <summary>A list of any length, as issuers that do not mind the minimum encode it.</summary>
    public static string EncodeShort(byte[] bits)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(bits);
        }

        return "u" + Base64UrlText.Encode(bytes.ToArray());
    }

    /// <summary>The issuer's document, changed.</summary>
    public static string Controller(Action<JsonObject>? change = null)
    {
        var document = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"),
            ["id"] = Did,
            ["verificationMethod"] = new JsonArray(new JsonObject
            {
                ["id"] = $"{Did}#rsa-1",
                ["type"] = "JsonWebKey",
                ["controller"] = Did,
                ["publicKeyJwk"] = JsonNode.Parse(Key.PublicJwk(null)),
            }),
            ["assertionMethod"] = new JsonArray($"{Did}#rsa-1", KeyAddress),
        };
        change?.Invoke(document);
        return document.ToJsonString();
    }

    /// <summary>All that the issuer publishes.</summary>
    public static ArchivedWeb Web() => new ArchivedWeb()
        .Add(DidDocument, Controller())
        .Add(KeyAddress, Key.PublicJwk(KeyAddress))
        .Add(List, StatusList());

    private static RsaSigningKey MakeKey()
    {
        using var rsa = RSA.Create(2048);
        return new RsaSigningKey(rsa);
    }
}
