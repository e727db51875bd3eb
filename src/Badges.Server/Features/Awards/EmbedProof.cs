using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Awards;

/// <summary>Puts the issuer's proof into a credential.</summary>
public static class EmbedProof
{
    public static string Run(string credential, Issuer issuer, UsableKey key, DateTimeOffset now) => DataIntegrity.Sign(
        credential,
        Cryptosuites.EddsaRdfc2022,
        key.Key,
        new() { VerificationMethod = IssuerAddresses.Method(issuer.Did, key.Kid), Created = now },
        BundledContexts.Documents);
}
