using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Publishes a complete draft. There is no way back: credentials will point to it.</summary>
public sealed class PublishVersion(Database database, TimeProvider time)
{
    public Task<Result<PublishedBadge, BadgeRefused>> RunAsync(
        string slugOrVersion, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            async session =>
            {
                var context = await DraftContext.LoadAsync(session, slugOrVersion, cancellationToken);
                var picture = context.Draft is { ImageId: { } imageId }
                    ? await ImageStore.FindAsync(session, imageId, cancellationToken)
                    : null;
                var decision = Decide(context, picture?.DrawingSha256, caller.Id, now);
                if (decision.Refusal is null)
                {
                    await DraftStore.PublishAsync(session, decision.Value.Version, cancellationToken);
                    await BadgeJournal.AppendAsync(
                        session, caller, "badge.published", decision.Value.Badge, now, decision.Value.Version.Number,
                        cancellationToken);
                }

                return decision;
            },
            cancellationToken);
    }

    public static Result<PublishedBadge, BadgeRefused> Decide(
        DraftContext context, string? drawingSha256, Guid? publishedBy, DateTimeOffset now)
    {
        if (context.Refusal is { } refusal)
        {
            return BadgeRefused.Because(refusal);
        }

        var (badge, draft) = context.Open;
        var missing = BadgeDefinition.Missing(draft);
        if (missing.Count > 0 || drawingSha256 is null)
        {
            return BadgeRefused.Because(missing);
        }

        var published = draft with
        {
            State = VersionState.Published,
            Tag = badge.Sector,
            PublishedAt = now,
            PublishedBy = publishedBy,
        };
        return new PublishedBadge(
            badge, published with { ContentSha256 = SignedContent.Sha256(published, drawingSha256) });
    }
}
