using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Makes a new badge of the network, with its first draft.</summary>
public sealed class DefineBadge(Database database, OrganizationStore organizations, TimeProvider time)
{
    public sealed record Approved(Badge Badge, BadgeVersion Draft, IReadOnlyList<BadgeAwarder> Awarders);

    public async Task<Result<Approved, BadgeRefused>> RunAsync(
        BadgeRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var structures = await organizations.ListAsync(cancellationToken);

        var now = time.GetUtcNow();
        var decision = Decide(request, structures, now, PublicId.Create(), () => Guid.CreateVersion7(now));
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var approved = decision.Value;
        var picture = request.Picture is { } recipe ? DrawPicture.From(recipe, approved.Draft.French.Name) : null;
        if (picture is { Faults.Count: > 0 })
        {
            return BadgeRefused.Because(picture.Faults);
        }

        var isNew = await database.WriteAsync(
            session => TryStoreAsync(session, approved, picture?.Picture(now), caller, cancellationToken),
            cancellationToken);
        return isNew ? approved : BadgeRefused.Because(BadgeRefusal.SlugTaken);
    }

    public static Result<Approved, BadgeRefused> Decide(
        BadgeRequest request, IReadOnlyList<Organization> structures, DateTimeOffset now, string publicId,
        Func<Guid> newId)
    {
        var read = ReadDefinition.Run(request);
        if (read.Definition is not { } definition)
        {
            return BadgeRefused.Because(read.Faults);
        }

        if (structures.FirstOrDefault(structure => structure.Kind == OrganizationKind.Network) is not { } network)
        {
            return BadgeRefused.Because(BadgeRefusal.NetworkMissing);
        }

        var listed = AwarderChange.Find(definition.Awarders ?? [], structures);
        if (listed.Faults.Count > 0)
        {
            return BadgeRefused.Because(listed.Faults);
        }

        var badge = new Badge
        {
            Id = newId(),
            Slug = definition.Slug,
            OwnerOrganizationId = network.Id,
            Audience = definition.Audience,
            Sector = definition.Sector,
            AwardPolicy = definition.AwardPolicy,
            CreatedAt = now,
        };
        var draft = BuildDraft.From(definition, BuildDraft.Empty(newId(), publicId, badge.Id, 1), newId);
        var change = AwarderChange.Of(badge.Id, [], listed.OrganizationIds, ParisCalendar.DayOf(now));
        return new Approved(badge, draft, change.Added);
    }

    private static async Task<bool> TryStoreAsync(
        Session session, Approved approved, BadgePicture? picture, Caller caller, CancellationToken cancellationToken)
    {
        var (badge, draft, awarders) = approved;
        if (!await BadgeStore.TryInsertAsync(session, badge, cancellationToken))
        {
            return false;
        }

        if (picture is not null)
        {
            draft = draft with { ImageId = await ImageStore.InsertAsync(session, picture, cancellationToken) };
        }

        await DraftStore.TryInsertAsync(session, draft, cancellationToken);
        foreach (var awarder in awarders)
        {
            await BadgeStore.AddAwarderAsync(session, awarder, cancellationToken);
        }

        await BadgeJournal.AppendAsync(
            session, caller, "badge.defined", badge, badge.CreatedAt, draft.Number, cancellationToken);
        return true;
    }
}
