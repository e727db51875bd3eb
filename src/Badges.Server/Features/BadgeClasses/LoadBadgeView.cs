using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// Finds a badge as far as the caller may see it: published versions for everybody, drafts for the network.
/// </summary>
public sealed class LoadBadgeView(BadgeStore badges, OrganizationStore organizations, TimeProvider time)
{
    /// <param name="slugOrVersion">The slug, or the public id of a version.</param>
    public async Task<BadgeView?> RunAsync(string slugOrVersion, Caller caller, CancellationToken cancellationToken)
    {
        if (await badges.FindBadgeAsync(slugOrVersion, cancellationToken) is not { } badge)
        {
            return null;
        }

        var published = slugOrVersion == badge.Slug
            ? await badges.FindPublishedAsync(badge.Slug, cancellationToken)
            : await badges.FindPublishedVersionAsync(slugOrVersion, cancellationToken);
        if (!caller.IsNetwork)
        {
            return published is null ? null : new BadgeView { Badge = badge, Published = published.Version };
        }

        return new BadgeView
        {
            Badge = badge,
            Published = published?.Version,
            Draft = await badges.FindDraftAsync(badge.Id, cancellationToken),
            Awarders = await AwardersAsync(badge, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<Organization>> AwardersAsync(Badge badge, CancellationToken cancellationToken)
    {
        var day = ParisCalendar.DayOf(time.GetUtcNow());
        var listed = (await badges.ListAwardersAsync(badge.Id, cancellationToken))
            .Where(awarder => awarder.HoldsOn(day))
            .Select(awarder => awarder.OrganizationId)
            .ToHashSet();
        return listed.Count == 0
            ? []
            : [.. (await organizations.ListAsync(cancellationToken)).Where(structure => listed.Contains(structure.Id))];
    }
}
