using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.Registry;

/// <summary>
/// The registry as verifications ask it, kept in memory. A change that this process makes is seen by the next
/// verification; one of another process within a minute.
/// </summary>
public sealed class KnownIssuers(
    Database database, OrganizationStore organizations, IssuerStore issuers, RegistryCopyStore copies,
    OrganizationChanges changes, IssuerAddresses addresses, BadgesOptions options, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Kept? _kept;

    public Task<IssuerRegistry> LoadAsync(CancellationToken cancellationToken) =>
        _kept is { } kept && IsFresh(kept) ? kept.Registry : ReadOnceAsync(cancellationToken);

    public void Dispose() => _reading.Dispose();

    private async Task<IssuerRegistry> ReadOnceAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && IsFresh(kept))
            {
                return await kept.Registry;
            }

            var (change, at) = (changes.Number, time.GetUtcNow());
            var registry = await ReadAsync(at, cancellationToken);
            _kept = new(Task.FromResult(registry), change, at);
            return registry;
        }
        finally
        {
            _reading.Release();
        }
    }

    private bool IsFresh(Kept kept) =>
        kept.Change == changes.Number && (time.GetUtcNow() - kept.At).Duration() < KeptFor;

    private async Task<IssuerRegistry> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await organizations.ListAsync(cancellationToken);
        var dids = (await issuers.ListAsync(cancellationToken))
            .ToDictionary(issuer => issuer.OrganizationId, issuer => issuer.Did);
        var periods = (await ListPeriodsAsync(cancellationToken)).ToLookup(period => period.OrganizationId);
        var structures = all.Select(organization => Structure(
            organization, periods[organization.Id], dids.GetValueOrDefault(organization.Id))).ToList();
        var own = new OwnRegistry
        {
            Hosts = [options.PublicUrl.Authority, .. options.FormerPublicUrls.Select(former => former.Authority)],
            Name = all.FirstOrDefault(each => each.Kind == OrganizationKind.Network)?.Name ?? options.Host,
            Address = options.Address(OwnRegistry.DocumentPath),
            Structures = structures,
        };
        return new(own, await copies.ListGoodAsync(now, cancellationToken));
    }

    private RegisteredStructure Structure(
        Organization organization, IEnumerable<OrganizationPeriod> periods, string? did)
    {
        var main = did ?? addresses.Did(organization.Slug);
        string[] all =
        [
            addresses.Did(organization.Slug), addresses.Ob2(organization.Slug),
            .. options.FormerPublicUrls.Select(former => new IssuerAddresses(options with { PublicUrl = former }))
                .SelectMany(former => (string[])[former.Did(organization.Slug), former.Ob2(organization.Slug)]),
        ];
        return new RegisteredStructure
        {
            Organization = organization,
            Periods = [.. periods],
            Did = main,
            OtherIds = [.. all.Except([main])],
        };
    }

    private async Task<IReadOnlyList<OrganizationPeriod>> ListPeriodsAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<OrganizationPeriod>(
            """
            select id, organization_id, recognised_from, recognised_to, source, recorded_at, recorded_by
            from organization_periods order by recognised_from, id
            """,
            null,
            cancellationToken);
    }

    private sealed record Kept(Task<IssuerRegistry> Registry, long Change, DateTimeOffset At);
}
