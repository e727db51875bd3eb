using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// Gives a draft its picture: drawn from a recipe, or uploaded. The work is done before anything is locked.
/// </summary>
public sealed class SetPicture(Database database, BadgeStore badges, TimeProvider time)
{
    public async Task<Result<BadgePicture, BadgeRefused>> DrawAsync(
        string slugOrVersion, PictureRequest recipe, Caller caller, CancellationToken cancellationToken)
    {
        var draft = await badges.FindBadgeAsync(slugOrVersion, cancellationToken) is { } badge
            ? await badges.FindDraftAsync(badge.Id, cancellationToken)
            : null;
        return await StoreAsync(
            slugOrVersion, DrawPicture.From(recipe, draft?.French.Name ?? ""), caller, cancellationToken);
    }

    public Task<Result<BadgePicture, BadgeRefused>> UploadAsync(
        string slugOrVersion, ReadOnlyMemory<byte> png, ReadOnlyMemory<byte>? svg, Caller caller,
        CancellationToken cancellationToken) =>
        StoreAsync(slugOrVersion, TakePicture.From(png, svg), caller, cancellationToken);

    private Task<Result<BadgePicture, BadgeRefused>> StoreAsync(
        string slugOrVersion, PictureRead read, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync<Result<BadgePicture, BadgeRefused>>(
            async session =>
            {
                var context = await DraftContext.LoadAsync(session, slugOrVersion, cancellationToken);
                if (context.Refusal is { } refusal)
                {
                    return BadgeRefused.Because(refusal);
                }

                if (read.Picture(now) is not { } picture)
                {
                    return BadgeRefused.Because(read.Faults);
                }

                var (badge, draft) = context.Open;
                var imageId = await ImageStore.InsertAsync(session, picture, cancellationToken);
                await DraftStore.SetImageAsync(session, draft.Id, imageId, cancellationToken);
                await BadgeJournal.AppendAsync(
                    session, caller, "badge.picture-set", badge, now, draft.Number, cancellationToken);
                return picture with { Id = imageId };
            },
            cancellationToken);
    }
}
