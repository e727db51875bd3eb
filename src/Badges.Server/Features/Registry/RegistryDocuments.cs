using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Publication;
using Badges.Server.Settings;

namespace Badges.Server.Features.Registry;

/// <summary>
/// The registry as it is published, signed by the network. The proof is over the JSON as it is (eddsa-jcs-2022) and
/// stands beside what it signs: a reader that knows nothing of proofs reads the map and passes over it, and no term has
/// to be defined for what RDF would leave out.
/// </summary>
public sealed class RegistryDocuments(
    KnownIssuers known, EnsureIssuer ensureIssuer, KeyRing keys, BadgesOptions options, TimeProvider time)
{
    private volatile Signed? _signed;

    /// <summary>Null before there is a network.</summary>
    public async Task<PublishedDocument?> FindAsync(CancellationToken cancellationToken)
    {
        var registry = await known.LoadAsync(cancellationToken);
        if (registry.Own is not { Network: { } network } own)
        {
            return null;
        }

        var issuer = await ensureIssuer.RunAsync(network.Organization, cancellationToken);
        var key = (await keys.FindAsync(issuer.Id, cancellationToken))?.Ob3Embedded
            ?? throw new InvalidOperationException("The network has no key to sign its registry with.");
        var now = time.GetUtcNow();
        var unsigned = RegistryDocument.Write(own, issuer.Did, options.Address, now);
        if (_signed is { } signed && signed.KeyId == key.Id && signed.Unsigned == unsigned)
        {
            return signed.Document;
        }

        var text = DataIntegrity.Sign(
            unsigned,
            Cryptosuites.EddsaJcs2022,
            key.Key,
            new()
            {
                VerificationMethod = IssuerAddresses.Method(issuer.Did, key.Kid),
                Created = RegistryDocument.UpdatedAt(own, now),
            },
            BundledContexts.Documents);
        var document = PublishedDocument.Of(Offers.Json, text, Freshness.Brief);
        _signed = new(key.Id, unsigned, document);
        return document;
    }

    private sealed record Signed(Guid KeyId, string Unsigned, PublishedDocument Document);
}
