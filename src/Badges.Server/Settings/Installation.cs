using Badges.Server.Storage;

namespace Badges.Server.Settings;

/// <summary>
/// The public address that this installation's badges carry. The first signature pins it: from then on a start under
/// another address is refused, unless that one is named as a former address.
/// </summary>
public sealed class Installation(Database database, BadgesOptions options, TimeProvider time)
{
    /// <summary>Pins the public address, once, in the transaction of the first signature.</summary>
    public async Task PinAsync(Session session, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            """
            insert into installation (id, public_url, former_public_urls, created_at)
            values (1, @publicUrl, '', @now)
            on conflict (id) do nothing
            """,
            new { publicUrl = options.Address(""), now = time.GetUtcNow() },
            cancellationToken);

    /// <summary>One sentence when the settings contradict what was signed; null when they agree.</summary>
    public async Task<string?> FindContradictionAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var pinned = await session.ScalarAsync<string>(
            "select public_url from installation where id = 1", null, cancellationToken);
        if (pinned is null || pinned == options.Address("")
            || options.FormerPublicUrls.Any(former => former.GetLeftPart(UriPartial.Authority) == pinned))
        {
            return null;
        }

        return $"Badges signed by this installation carry the address {pinned}, but Badges:PublicUrl says "
            + $"{options.Address("")}. Set it back, or name the old address in Badges:FormerPublicUrls "
            + $"(environment variable Badges__FormerPublicUrls__0={pinned}).";
    }
}
