using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Issuers;

/// <summary>
/// did.json: which keys speak for the issuer. Absolute identifiers only, because the strictest readers resolve none;
/// retired keys stay, compromised ones are gone.
/// </summary>
public sealed class ControllerDocument(IssuerAddresses addresses)
{
    private const string MultikeyContext = "https://w3id.org/security/multikey/v1";

    private static readonly string[] Contexts =
    [
        "https://www.w3.org/ns/did/v1",
        MultikeyContext,
        "https://w3id.org/security/jwk/v1",
    ];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Write(string did, string slug, IEnumerable<SigningKey> keys)
    {
        var published = keys.Where(key => key.IsPublished).ToList();
        var document = new JsonObject
        {
            ["@context"] = Strings(Contexts),
            ["id"] = did,
            ["verificationMethod"] = new JsonArray([.. published.Select(key => (JsonNode)Method(did, key))]),
            ["assertionMethod"] = Strings(published.SelectMany(key => new[]
            {
                IssuerAddresses.Method(did, key.Kid), addresses.Key(slug, key.Kid),
            })),
        };
        return document.ToJsonString(Readable);
    }

    /// <summary>The issuer's keys as a JWK set, each under the name that a JWT's header gives it.</summary>
    public string WriteSet(string slug, IEnumerable<SigningKey> keys) => new JsonObject
    {
        ["keys"] = new JsonArray([.. keys.Where(key => key.IsPublished).Select(key =>
            (JsonNode)Jwk(key, addresses.Key(slug, key.Kid)))]),
    }.ToJsonString(Readable);

    /// <summary>One key at its own address: an Ed25519 key as a Multikey, an RSA key as a bare JWK, which is all that a
    /// JWT's <c>kid</c> may lead to.</summary>
    public string WriteKey(string did, string slug, SigningKey key)
    {
        var address = addresses.Key(slug, key.Kid);
        if (!key.IsMultikey)
        {
            return Jwk(key, address).ToJsonString(Readable);
        }

        var document = new JsonObject { ["@context"] = MultikeyContext };
        foreach (var (name, value) in Multikey(address, did, key))
        {
            document[name] = value?.DeepClone();
        }

        return document.ToJsonString(Readable);
    }

    private static JsonObject Method(string did, SigningKey key)
    {
        var id = IssuerAddresses.Method(did, key.Kid);
        return key.IsMultikey ? Multikey(id, did, key) : new JsonObject
        {
            ["id"] = id,
            ["type"] = "JsonWebKey",
            ["controller"] = did,
            ["publicKeyJwk"] = Jwk(key, key.Kid),
        };
    }

    private static JsonObject Multikey(string id, string did, SigningKey key) => new()
    {
        ["id"] = id,
        ["type"] = "Multikey",
        ["controller"] = did,
        ["publicKeyMultibase"] = key.Kid,
    };

    private static JsonObject Jwk(SigningKey key, string kid)
    {
        var jwk = JsonNode.Parse(key.PublicJwk)?.AsObject()
            ?? throw new InvalidOperationException("A stored public key is not a JSON object.");
        jwk["kid"] = kid;
        jwk["alg"] = key.Algorithm;
        jwk["use"] = "sig";
        return jwk;
    }

    private static JsonArray Strings(IEnumerable<string> values) =>
        new([.. values.Select(value => (JsonNode)JsonValue.Create(value))]);
}
