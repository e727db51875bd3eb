using Badges.Credentials.OpenBadges3;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The network as the creator of its badges: only what stays true as long as they are shown.</summary>
public sealed class NetworkProfile(OrganizationStore organizations, IssuerAddresses addresses)
{
    /// <summary>The profile of the structure that owns the badge; its id is the DID under which it issues.</summary>
    public async Task<Profile> GetAsync(Badge badge, CancellationToken cancellationToken) =>
        await organizations.FindByIdAsync(badge.OwnerOrganizationId, cancellationToken) is { } owner
            ? new Profile { Id = addresses.Did(owner.Slug), Name = owner.Name, Url = addresses.Page(owner.Slug) }
            : throw new InvalidOperationException($"Badge {badge.Slug} has no owner.");
}
