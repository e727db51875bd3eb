using Badges.Server.Features.Organizations;
using Badges.Server.Http;
using Badges.Server.Settings;

namespace Badges.Server.Features.Registry;

/// <summary>
/// Renews the copies of other registries: each day, and each hour after a try that failed. Whatever comes of it, the
/// last good copy stays until a better one is here.
/// </summary>
public sealed class RefreshRegistries(
    RegistryCopyStore copies, GuardedHttp http, OrganizationChanges changes, BadgesOptions options, TimeProvider time,
    ILogger<RefreshRegistries> log)
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);
    public static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    private const string Forms =
        "application/json, application/ld+json;q=0.9, text/plain;q=0.5, application/octet-stream;q=0.1";

    /// <param name="isStart">At a start those without a good copy are tried at once: the settings may be new.</param>
    public async Task RunAsync(bool isStart, CancellationToken cancellationToken)
    {
        var rows = (await copies.ListAsync(cancellationToken)).ToDictionary(row => row.Url);
        foreach (var source in options.Registries)
        {
            var now = time.GetUtcNow();
            var row = rows.GetValueOrDefault(source.Url.AbsoluteUri);
            var good = row?.Read(source, now);
            if (row is null || (isStart && good is null) || IsDue(row, now))
            {
                await RefreshAsync(source, good, now, cancellationToken);
            }
        }

        foreach (var url in rows.Keys.Except(options.Registries.Select(source => source.Url.AbsoluteUri)))
        {
            await copies.DeleteAsync(url, cancellationToken);
        }
    }

    private static bool IsDue(RegistryCopyRow row, DateTimeOffset now) =>
        now - row.TriedAt >= (row.Fault is null ? Every : AfterFault);

    private async Task RefreshAsync(
        RegistrySource source, RegistryCopy? good, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(source.Url, Forms, cancellationToken);
        if (FindFault(answer, source, good, now) is { } fault)
        {
            log.LogWarning(
                "The registry {Name} was not renewed: {Fault}. Its last good copy is of {FetchedAt}.",
                source.Name, fault, good?.FetchedAt);
            await copies.SaveFaultAsync(source, fault, now, cancellationToken);
            return;
        }

        await copies.SaveAsync(source, answer.Body, now, cancellationToken);
        changes.Tell();
    }

    private static RegistryFault? FindFault(
        GuardedResponse answer, RegistrySource source, RegistryCopy? good, DateTimeOffset now)
    {
        if (!answer.IsSuccess)
        {
            return RegistryFault.NotFetched;
        }

        var read = RegistryReader.Read(answer.Body, source, now);
        return read.Refusal
            ?? (read.Value.UpdatedAt < good?.Content.UpdatedAt ? RegistryFault.Older : null);
    }
}
