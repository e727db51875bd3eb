using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;

namespace Badges.Server.Demo;

/// <summary>
/// Badges that this service did not sign: one that was changed afterwards, one of an issuer nobody knows.
/// </summary>
public static class ForeignBadges
{
    /// <summary>The same credential with another name of the badge inside, and the signature that no longer
    /// fits.</summary>
    public static string Tamper(string credential)
    {
        var json = JsonNode.Parse(credential) as JsonObject
            ?? throw new ArgumentException("The credential is no JSON object.", nameof(credential));
        json["name"] = "Chef d'équipe";
        return json.ToJsonString();
    }

    /// <summary>A well-signed badge whose issuer is known only by its own key (did:jwk).</summary>
    public static string SignByUnknownIssuer(DateTimeOffset now)
    {
        using var rsa = RSA.Create(2048);
        using var key = new RsaSigningKey(rsa);
        var did = $"did:jwk:{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.PublicJwk(null)))}";
        var credential = new OpenBadgeCredential
        {
            Id = $"urn:uuid:{Guid.NewGuid()}",
            Name = "Couture de sacs",
            Issuer = new Profile { Id = did, Name = "Une association d'ailleurs" },
            ValidFrom = now,
            CredentialSubject = new AchievementSubject
            {
                Id = $"urn:uuid:{Guid.NewGuid()}",
                Achievement = new Achievement
                {
                    Id = $"urn:uuid:{Guid.NewGuid()}",
                    Name = "Couture de sacs",
                    Description = "Coudre des sacs en toile de récupération.",
                    Criteria = new Criteria { Narrative = "Coudre trois sacs solides." },
                },
            },
        };
        return VcJwt.Sign(credential, key, $"{did}#0");
    }
}
