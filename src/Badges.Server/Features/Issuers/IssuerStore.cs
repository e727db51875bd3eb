using Badges.Server.Storage;

namespace Badges.Server.Features.Issuers;

/// <summary>The structures that have an identity to sign with.</summary>
public sealed class IssuerStore(Database database)
{
    public async Task<Issuer?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Issuer>(
            """
            select issuers.id, issuers.organization_id, organizations.slug, issuers.did, issuers.name, issuers.email,
                issuers.created_at
            from issuers join organizations on organizations.id = issuers.organization_id
            where organizations.slug = @slug
            """,
            new { slug },
            cancellationToken);
    }

    public async Task<Issuer?> FindByIdAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Issuer>(
            """
            select issuers.id, issuers.organization_id, organizations.slug, issuers.did, issuers.name, issuers.email,
                issuers.created_at
            from issuers join organizations on organizations.id = issuers.organization_id
            where issuers.id = @id
            """,
            new { id },
            cancellationToken);
    }

    public async Task<Issuer?> FindByDidAsync(string did, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Issuer>(
            """
            select issuers.id, issuers.organization_id, organizations.slug, issuers.did, issuers.name, issuers.email,
                issuers.created_at
            from issuers join organizations on organizations.id = issuers.organization_id
            where issuers.did = @did
            """,
            new { did },
            cancellationToken);
    }

    public async Task<IReadOnlyList<Issuer>> ListAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<Issuer>(
            """
            select issuers.id, issuers.organization_id, organizations.slug, issuers.did, issuers.name, issuers.email,
                issuers.created_at
            from issuers join organizations on organizations.id = issuers.organization_id
            order by issuers.created_at, issuers.id
            """,
            null,
            cancellationToken);
    }

    /// <summary>Stores the issuer; false when the structure has one already.</summary>
    public static async Task<bool> TryInsertAsync(
        Session session, Issuer issuer, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into issuers (id, organization_id, did, name, email, created_at)
            values (@Id, @OrganizationId, @Did, @Name, @Email, @CreatedAt)
            on conflict (organization_id) do nothing
            """,
            issuer,
            cancellationToken);
        return rows == 1;
    }
}
