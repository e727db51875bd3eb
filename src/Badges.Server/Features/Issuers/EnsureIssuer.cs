using Badges.Server.Features.Organizations;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.Issuers;

/// <summary>
/// Gives a structure its identity and its keys, once; the same answer ever after. It comes before the first signature,
/// and therefore pins the public address of the installation.
/// </summary>
public sealed class EnsureIssuer(
    Database database,
    IssuerStore issuers,
    OrganizationStore organizations,
    NewSigningKey newKey,
    IssuerAddresses addresses,
    Installation installation,
    BadgesOptions options,
    TimeProvider time)
{
    public async Task<Issuer> RunAsync(Organization organization, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(organization.Slug, cancellationToken) is { } known)
        {
            return known;
        }

        var now = time.GetUtcNow();
        var issuer = new Issuer
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organization.Id,
            Slug = organization.Slug,
            Did = addresses.Did(organization.Slug),
            Name = organization.Name,
            Email = organization.PublicEmail ?? await NetworkEmailAsync(cancellationToken),
            CreatedAt = now,
        };
        var keys = newKey.CreateAll(issuer.Id, KeyPurpose.All, now);
        var isNew = await database.WriteAsync(
            session => TryStoreAsync(session, issuer, keys, cancellationToken), cancellationToken);
        return isNew
            ? issuer
            : await issuers.FindAsync(organization.Slug, cancellationToken)
                ?? throw new InvalidOperationException("An issuer that exists cannot be found.");
    }

    /// <summary>A structure without a public e-mail address is reached through the network.</summary>
    private async Task<string> NetworkEmailAsync(CancellationToken cancellationToken)
    {
        var network = await organizations.FindNetworkAsync(cancellationToken);
        return network?.PublicEmail ?? $"contact@{options.PublicUrl.Host}";
    }

    private async Task<bool> TryStoreAsync(
        Session session, Issuer issuer, IReadOnlyList<SigningKey> keys, CancellationToken cancellationToken)
    {
        if (!await IssuerStore.TryInsertAsync(session, issuer, cancellationToken))
        {
            return false;
        }

        foreach (var key in keys)
        {
            await SigningKeyStore.InsertAsync(session, key, cancellationToken);
        }

        await installation.PinAsync(session, cancellationToken);
        await AuditLog.AppendAsync(
            session,
            new AuditEntry
            {
                At = issuer.CreatedAt,
                ActorKind = "system",
                Action = "issuer.created",
                SubjectKind = "issuer",
                SubjectId = issuer.Id,
                OrganizationId = issuer.OrganizationId,
            },
            cancellationToken);
        return true;
    }
}
