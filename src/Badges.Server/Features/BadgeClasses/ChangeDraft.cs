using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Replaces what a draft says, and who the badge is for.</summary>
public sealed class ChangeDraft(
    Database database, BadgeStore badges, ImageStore images, OrganizationStore organizations, TimeProvider time)
{
    private static readonly FieldFault SlugFault =
        new("slug", "L'adresse d'un badge ne change jamais.", "A badge's address never changes.");

    public sealed record Approved(Badge Badge, BadgeVersion Draft, AwarderChange Awarders);

    /// <param name="slugOrVersion">A badge, whose draft is changed; or a version, which must be the draft.</param>
    public async Task<Result<Approved, BadgeRefused>> RunAsync(
        string slugOrVersion, BadgeRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var structures = await organizations.ListAsync(cancellationToken);
        var picture = await FindNewPictureAsync(slugOrVersion, request, cancellationToken);
        if (picture is { Faults.Count: > 0 })
        {
            return BadgeRefused.Because(picture.Faults);
        }

        var now = time.GetUtcNow();
        return await database.WriteAsync(
            async session =>
            {
                var decision = Decide(
                    await DraftContext.LoadAsync(session, slugOrVersion, cancellationToken),
                    request, structures, now, () => Guid.CreateVersion7(now));
                return decision.Refusal is null
                    ? await StoreAsync(session, decision.Value, picture?.Picture(now), caller, now, cancellationToken)
                    : decision;
            },
            cancellationToken);
    }

    public static Result<Approved, BadgeRefused> Decide(
        DraftContext context, BadgeRequest request, IReadOnlyList<Organization> structures, DateTimeOffset now,
        Func<Guid> newId)
    {
        if (context.Refusal is { } refusal)
        {
            return BadgeRefused.Because(refusal);
        }

        var (badge, draft) = context.Open;
        var read = ReadDefinition.Run(
            string.IsNullOrEmpty(request.Slug) ? request with { Slug = badge.Slug } : request);
        if (read.Definition is not { } definition)
        {
            return BadgeRefused.Because(read.Faults);
        }

        var listed = AwarderChange.Find(definition.Awarders ?? [], structures);
        IReadOnlyList<FieldFault> faults = definition.Slug == badge.Slug
            ? listed.Faults
            : [.. listed.Faults, SlugFault];
        if (faults.Count > 0)
        {
            return BadgeRefused.Because(faults);
        }

        return new Approved(
            badge with
            {
                Audience = definition.Audience,
                Sector = definition.Sector,
                AwardPolicy = definition.AwardPolicy,
            },
            BuildDraft.From(definition, draft, newId),
            definition.Awarders is null
                ? AwarderChange.None
                : AwarderChange.Of(badge.Id, context.Awarders, listed.OrganizationIds, ParisCalendar.DayOf(now)));
    }

    /// <summary>The picture asked for; or the same recipe again, when the name that it shows was changed.</summary>
    private async Task<PictureRead?> FindNewPictureAsync(
        string slugOrVersion, BadgeRequest request, CancellationToken cancellationToken)
    {
        var name = request.Name?.Trim() ?? "";
        if (request.Picture is { } asked)
        {
            return DrawPicture.From(asked, name);
        }

        var draft = await badges.FindBadgeAsync(slugOrVersion, cancellationToken) is { } badge
            ? await badges.FindDraftAsync(badge.Id, cancellationToken)
            : null;
        var picture = draft is { ImageId: { } imageId } && draft.French.Name != name
            ? await images.FindAsync(imageId, cancellationToken)
            : null;
        return picture?.Recipe is { } recipe ? DrawPicture.FromJson(recipe, name) : null;
    }

    private static async Task<Result<Approved, BadgeRefused>> StoreAsync(
        Session session, Approved approved, BadgePicture? picture, Caller caller, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (badge, draft, awarders) = approved;
        if (picture is not null)
        {
            draft = draft with { ImageId = await ImageStore.InsertAsync(session, picture, cancellationToken) };
        }

        await BadgeStore.UpdateAsync(session, badge, cancellationToken);
        await DraftStore.ReplaceAsync(session, draft, cancellationToken);
        foreach (var awarder in awarders.Ended)
        {
            await BadgeStore.EndAwarderAsync(session, awarder, ParisCalendar.DayOf(now), cancellationToken);
        }

        foreach (var awarder in awarders.Added)
        {
            await BadgeStore.AddAwarderAsync(session, awarder, cancellationToken);
        }

        await BadgeJournal.AppendAsync(session, caller, "badge.changed", badge, now, draft.Number, cancellationToken);
        return approved with { Draft = draft };
    }
}
