using Badges.Server.Storage;

namespace Badges.Server.Features.Organizations;

/// <summary>The structures, and the periods during which the registry recognises them.</summary>
public sealed class OrganizationStore(Database database)
{
    public async Task<Organization?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Organization>(
            """
            select id, slug, kind, siren, siret, name, legal_name, town, department, public_email, public_phone,
                website, created_at, closed_on
            from organizations where slug = @slug
            """,
            new { slug },
            cancellationToken);
    }

    public async Task<Organization?> FindByIdAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Organization>(
            """
            select id, slug, kind, siren, siret, name, legal_name, town, department, public_email, public_phone,
                website, created_at, closed_on
            from organizations where id = @id
            """,
            new { id },
            cancellationToken);
    }

    /// <summary>The network itself; null before the first administrator is made.</summary>
    public async Task<Organization?> FindNetworkAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Organization>(
            """
            select id, slug, kind, siren, siret, name, legal_name, town, department, public_email, public_phone,
                website, created_at, closed_on
            from organizations where kind = 'network'
            """,
            null,
            cancellationToken);
    }

    public async Task<IReadOnlyList<Organization>> ListAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<Organization>(
            """
            select id, slug, kind, siren, siret, name, legal_name, town, department, public_email, public_phone,
                website, created_at, closed_on
            from organizations order by name, id
            """,
            null,
            cancellationToken);
    }

    /// <summary>Stores the structure; false when its slug, or its SIRET with this kind, is taken.</summary>
    public static async Task<bool> TryInsertAsync(
        Session session, Organization organization, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into organizations (id, slug, kind, siren, siret, name, legal_name, town, department,
                public_email, public_phone, website, created_at, closed_on)
            values (@Id, @Slug, @kind, @Siren, @Siret, @Name, @LegalName, @Town, @Department,
                @PublicEmail, @PublicPhone, @Website, @CreatedAt, @ClosedOn)
            on conflict do nothing
            """,
            new
            {
                organization.Id,
                organization.Slug,
                kind = EnumText.Of(organization.Kind),
                organization.Siren,
                organization.Siret,
                organization.Name,
                organization.LegalName,
                organization.Town,
                organization.Department,
                organization.PublicEmail,
                organization.PublicPhone,
                organization.Website,
                organization.CreatedAt,
                organization.ClosedOn,
            },
            cancellationToken);
        return rows == 1;
    }

    public static Task InsertPeriodAsync(
        Session session, OrganizationPeriod period, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into organization_periods (id, organization_id, recognised_from, recognised_to, source,
                recorded_at, recorded_by)
            values (@Id, @OrganizationId, @RecognisedFrom, @RecognisedTo, @Source, @RecordedAt, @RecordedBy)
            """,
            period,
            cancellationToken);

    public async Task<IReadOnlyList<OrganizationPeriod>> ListPeriodsAsync(
        Guid organizationId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<OrganizationPeriod>(
            """
            select id, organization_id, recognised_from, recognised_to, source, recorded_at, recorded_by
            from organization_periods where organization_id = @organizationId order by recognised_from
            """,
            new { organizationId },
            cancellationToken);
    }
}
