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
    private static readonly string[] Contexts =
    [
        "https://www.w3.org/ns/did/v1",
        "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
    ];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Write(Issuer issuer, IEnumerable<SigningKey> keys)
    {
        var published = keys.Where(key => key.IsPublished).ToList();
        var document = new JsonObject
        {
            ["@context"] = Strings(Contexts),
            ["id"] = issuer.Did,
            ["verificationMethod"] = new JsonArray([.. published.Select(key => (JsonNode)Method(issuer, key))]),
            ["assertionMethod"] = Strings(published.SelectMany(key => new[]
            {
                MethodId(issuer, key), addresses.Key(issuer.Slug, key.Kid),
            })),
        };
        return document.ToJsonString(Readable);
    }

    /// <summary>The issuer's keys as a JWK set, each under the name that a JWT's header gives it.</summary>
    public string WriteSet(Issuer issuer, IEnumerable<SigningKey> keys) => new JsonObject
    {
        ["keys"] = new JsonArray([.. keys.Where(key => key.IsPublished).Select(key =>
            (JsonNode)Jwk(key, addresses.Key(issuer.Slug, key.Kid)))]),
    }.ToJsonString(Readable);

    /// <summary>One bare JWK, which is all that a JWT's <c>kid</c> may lead to.</summary>
    public string WriteKey(Issuer issuer, SigningKey key) =>
        Jwk(key, addresses.Key(issuer.Slug, key.Kid)).ToJsonString(Readable);

    private static string MethodId(Issuer issuer, SigningKey key) => $"{issuer.Did}#{key.Kid}";

    private static JsonObject Method(Issuer issuer, SigningKey key) => new JsonObject
    {
        ["id"] = MethodId(issuer, key),
        ["type"] = "JsonWebKey",
        ["controller"] = issuer.Did,
        ["publicKeyJwk"] = Jwk(key, key.Kid),
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
