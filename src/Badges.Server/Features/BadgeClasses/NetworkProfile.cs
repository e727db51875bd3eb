using Badges.Credentials.OpenBadges3;
using Badges.Server.Features.Organizations;
using Badges.Server.Settings;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The network as the creator of its badges.</summary>
public sealed class NetworkProfile(OrganizationStore organizations, BadgesOptions options)
{
    /// <summary>The profile of the structure that owns the badge; its id is the DID under which it issues.</summary>
    public async Task<Profile> GetAsync(Badge badge, CancellationToken cancellationToken) =>
        await organizations.FindByIdAsync(badge.OwnerOrganizationId, cancellationToken) is { } owner
            ? Of(owner, options)
            : throw new InvalidOperationException($"Badge {badge.Slug} has no owner.");

    public static Profile Of(Organization owner, BadgesOptions options) => new()
    {
        Id = $"did:web:{options.Host.Replace(":", "%3A", StringComparison.Ordinal)}:issuers:{owner.Slug}",
        Name = owner.Name,
        Url = owner.Website ?? options.Address($"/issuers/{owner.Slug}"),
    };
}
