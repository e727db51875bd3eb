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
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public SignedForm Run(SignedForm form, Issuer issuer, IssuerKeys keys, DateTimeOffset now)
    {
        var (key, text) = form.Kind switch
        {
            FormKind.Ob2Signed => (keys.Ob2, SignAssertion(Open(form), issuer, keys.Ob2)),
            FormKind.Ob3Jwt => (keys.Ob3Jwt, VcJwt.SignJson(
                VcJwt.CredentialOf(Open(form)), keys.Ob3Jwt.Key, addresses.Key(issuer.Slug, keys.Ob3Jwt.Kid))),
            _ => (keys.Ob3Embedded, EmbedProof.Run(
                DataIntegrity.WithoutProofs(form.Text), issuer, keys.Ob3Embedded, now)),
        };
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

    private string SignAssertion(CompactJws jws, Issuer issuer, UsableKey key)
    {
        var assertion = JsonNode.Parse(jws.Payload.Span)!.AsObject();
        assertion["verification"] = new JsonObject
        {
            ["type"] = "SignedBadge",
            ["creator"] = addresses.Ob2Key(issuer.Slug, key.Kid),
        };
        return Jws.Sign(assertion.ToJsonString(Readable), key.Key);
    }

    private static CompactJws Open(SignedForm form) => Jws.TryRead(form.Text)
        ?? throw new InvalidOperationException($"The stored form {form.Id} is not a JWS.");
}
