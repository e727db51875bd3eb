using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Awards;

/// <summary>The next generation of a signed form: what it says stays, the key is another.</summary>
public sealed class SignAgain(IssuerAddresses addresses)
{
    private static readonly string[] JwtClaims = ["iss", "jti", "sub", "nbf", "exp"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public SignedForm Run(SignedForm form, Issuer issuer, IssuerKeys keys, DateTimeOffset now)
    {
        var payload = PayloadOf(form);
        var (key, text) = form.Kind == FormKind.Ob2Signed
            ? (keys.Ob2, SignAssertion(payload, issuer, keys.Ob2))
            : (keys.Ob3Jwt, SignCredential(payload, issuer, keys.Ob3Jwt));
        return form with
        {
            Id = Guid.CreateVersion7(now),
            Generation = form.Generation + 1,
            KeyId = key.Id,
            Text = text,
            Sha256 = SignedForm.HashOf(text),
            SignedAt = now,
        };
    }

    private string SignAssertion(JsonObject assertion, Issuer issuer, UsableKey key)
    {
        assertion["verification"] = new JsonObject
        {
            ["type"] = "SignedBadge",
            ["creator"] = addresses.Ob2Key(issuer.Slug, key.Kid),
        };
        return Jws.Sign(assertion.ToJsonString(Readable), key.Key);
    }

    private string SignCredential(JsonObject credential, Issuer issuer, UsableKey key)
    {
        foreach (var claim in JwtClaims)
        {
            credential.Remove(claim);
        }

        return VcJwt.SignJson(
            credential.ToJsonString(Readable), key.Key, addresses.Key(issuer.Slug, key.Kid));
    }

    private static JsonObject PayloadOf(SignedForm form) =>
        Jws.TryRead(form.Text) is { } jws && JsonNode.Parse(Encoding.UTF8.GetString(jws.Payload.Span)) is JsonObject json
            ? json
            : throw new InvalidOperationException($"The stored form {form.Id} is not a JWS of a JSON object.");
}
