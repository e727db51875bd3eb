using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Opens a draft that starts as the newest published version ended.</summary>
public sealed class StartNewVersion(Database database, TimeProvider time)
{
    public Task<Result<BadgeVersion, BadgeRefused>> RunAsync(
        string slugOrVersion, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            async session =>
            {
                var badge = await BadgeStore.FindBadgeAsync(session, slugOrVersion, cancellationToken);
                var published = badge is null
                    ? null
                    : await BadgeVersionRows.FindNewestPublishedAsync(session, badge.Id, cancellationToken);
                var decision = Decide(badge, published, PublicId.Create(), () => Guid.CreateVersion7(now));
                return badge is null || decision.Refusal is not null
                    ? decision
                    : await StoreAsync(session, badge, decision.Value, caller, now, cancellationToken);
            },
            cancellationToken);
    }

    public static Result<BadgeVersion, BadgeRefused> Decide(
        Badge? badge, BadgeVersion? published, string publicId, Func<Guid> newId) => (badge, published) switch
        {
            (null, _) => BadgeRefused.Because(BadgeRefusal.BadgeNotFound),
            ({ IsRetired: true }, _) => BadgeRefused.Because(BadgeRefusal.BadgeIsRetired),
            (_, null) => BadgeRefused.Because(BadgeRefusal.NothingPublished),
            _ => BuildDraft.After(published, publicId, newId),
        };

    private static async Task<Result<BadgeVersion, BadgeRefused>> StoreAsync(
        Session session, Badge badge, BadgeVersion draft, Caller caller, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (!await DraftStore.TryInsertAsync(session, draft, cancellationToken))
        {
            return BadgeRefused.Because(BadgeRefusal.DraftExists);
        }

        await BadgeJournal.AppendAsync(
            session, caller, "badge.version-started", badge, now, draft.Number, cancellationToken);
        return draft;
    }
}
