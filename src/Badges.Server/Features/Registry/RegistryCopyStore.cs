using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.Registry;

/// <summary>The last good copies of other registries, as they were fetched.</summary>
public sealed class RegistryCopyStore(Database database, BadgesOptions options)
{
    /// <summary>
    /// The copies of the registries that the settings name, in their order. What is stored is judged again: a key or a
    /// digest that the settings no longer pin counts from the next start on.
    /// </summary>
    public async Task<IReadOnlyList<RegistryCopy>> ListGoodAsync(
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Registries.Count == 0)
        {
            return [];
        }

        var rows = (await ListAsync(cancellationToken)).ToDictionary(row => row.Url);
        return
        [
            .. options.Registries
                .Select(source => rows.TryGetValue(source.Url.AbsoluteUri, out var row) ? row.Read(source, now) : null)
                .OfType<RegistryCopy>(),
        ];
    }

    public async Task<IReadOnlyList<RegistryCopyRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<RegistryCopyRow>(
            "select url, body, fetched_at, tried_at, fault from registry_copies",
            null,
            cancellationToken);
    }

    public Task SaveAsync(
        RegistrySource source, ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into registry_copies (url, body, fetched_at, tried_at, fault)
                values (@url, @body, @now, @now, null)
                on conflict (url) do update set body = @body, fetched_at = @now, tried_at = @now, fault = null
                """,
                new { url = source.Url.AbsoluteUri, body = body.ToArray(), now },
                cancellationToken),
            cancellationToken);

    public Task SaveFaultAsync(
        RegistrySource source, RegistryFault fault, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into registry_copies (url, tried_at, fault) values (@url, @now, @fault)
                on conflict (url) do update set tried_at = @now, fault = @fault
                """,
                new { url = source.Url.AbsoluteUri, now, fault = EnumText.Of(fault) },
                cancellationToken),
            cancellationToken);

    public Task DeleteAsync(string url, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "delete from registry_copies where url = @url", new { url }, cancellationToken),
        cancellationToken);
}

/// <summary>A copy as it is stored, and what came of the last try to renew it.</summary>
public sealed record RegistryCopyRow
{
    public required string Url { get; init; }
    public byte[]? Body { get; init; }
    public DateTimeOffset? FetchedAt { get; init; }
    public required DateTimeOffset TriedAt { get; init; }
    public RegistryFault? Fault { get; init; }

    /// <summary>The copy, or null when there is none that the settings believe.</summary>
    public RegistryCopy? Read(RegistrySource source, DateTimeOffset now) =>
        Body is { } body && FetchedAt is { } fetchedAt
        && RegistryReader.Read(body, source, now) is { Refusal: null } read
            ? new() { Source = source, Content = read.Value, FetchedAt = fetchedAt }
            : null;
}
