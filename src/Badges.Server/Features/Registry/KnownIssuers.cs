using Badges.Server.Features.Organizations;
using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.Registry;

/// <summary>Reads the registry: our structures, and from when to when the network recognised each.</summary>
public sealed class KnownIssuers(Database database, OrganizationStore organizations, BadgesOptions options)
{
    public async Task<IssuerRegistry> LoadAsync(CancellationToken cancellationToken)
    {
        var all = await organizations.ListAsync(cancellationToken);
        var periods = (await ListPeriodsAsync(cancellationToken)).ToLookup(period => period.OrganizationId);
        return new IssuerRegistry(
            [options.PublicUrl.Authority, .. options.FormerPublicUrls.Select(former => former.Authority)],
            [
                .. all.Select(organization => new RegisteredStructure
                {
                    Organization = organization,
                    Periods = [.. periods[organization.Id]],
                }),
            ]);
    }

    private async Task<IReadOnlyList<OrganizationPeriod>> ListPeriodsAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<OrganizationPeriod>(
            """
            select id, organization_id, recognised_from, recognised_to, source, recorded_at, recorded_by
            from organization_periods order by recognised_from
            """,
            null,
            cancellationToken);
    }
}
