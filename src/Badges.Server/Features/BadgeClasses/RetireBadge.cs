using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Takes a badge out of the catalogue: it is no longer awarded, and what was awarded stays as it is.</summary>
public sealed class RetireBadge(Database database, TimeProvider time)
{
    public Task<Result<Badge, BadgeRefused>> RunAsync(
        string slugOrVersion, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync<Result<Badge, BadgeRefused>>(
            async session =>
            {
                if (await BadgeStore.FindBadgeAsync(session, slugOrVersion, cancellationToken) is not { } badge)
                {
                    return BadgeRefused.Because(BadgeRefusal.BadgeNotFound);
                }

                if (!await BadgeStore.TryRetireAsync(session, badge.Id, now, cancellationToken))
                {
                    return BadgeRefused.Because(BadgeRefusal.BadgeIsRetired);
                }

                await BadgeJournal.AppendAsync(session, caller, "badge.retired", badge, now, null, cancellationToken);
                return badge with { RetiredAt = now };
            },
            cancellationToken);
    }
}
