using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Server.Calendar;
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
        if (_signed is { } signed && ReferenceEquals(signed.Registry, own) && signed.KeyId == key.Id
            && signed.Day == DayOf(now))
        {
            return signed.Document;
        }

        var unsigned = RegistryDocument.Write(own, issuer.Did, options.Address, now);

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
        _signed = new(own, key.Id, DayOf(now), document);
        return document;
    }

    /// <summary>What is listed changes with the day of Paris, the date of the document with that of UTC.</summary>
    private static (DateOnly Paris, DateOnly Utc) DayOf(DateTimeOffset now) =>
        (ParisCalendar.DayOf(now), DateOnly.FromDateTime(now.UtcDateTime));

    private sealed record Signed(
        OwnRegistry Registry, Guid KeyId, (DateOnly Paris, DateOnly Utc) Day, PublishedDocument Document);
}
