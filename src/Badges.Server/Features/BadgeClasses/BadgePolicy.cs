using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Who may award a badge.</summary>
public static class BadgePolicy
{
    public static bool MayAward(
        Badge badge, IEnumerable<BadgeAwarder> awarders, Organization organization, DateOnly day) =>
        organization.Id == badge.OwnerOrganizationId || badge.AwardPolicy switch
        {
            AwardPolicy.All => true,
            AwardPolicy.Listed => awarders.Any(awarder =>
                awarder.BadgeId == badge.Id && awarder.OrganizationId == organization.Id && awarder.HoldsOn(day)),
            _ => false,
        };
}
