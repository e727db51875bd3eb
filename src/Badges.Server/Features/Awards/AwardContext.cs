using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Awards;

/// <summary>All that the rules need to know, read at once.</summary>
public sealed record AwardContext
{
    /// <summary>Null when there is no such badge.</summary>
    public Badge? Badge { get; init; }

    /// <summary>The newest published version; null while there is only a draft.</summary>
    public BadgeVersion? Version { get; init; }

    public IReadOnlyList<BadgeAwarder> Awarders { get; init; } = [];

    /// <summary>The caller belongs to several structures, or to the network, and named none.</summary>
    public bool IsOrganizationMissing { get; init; }

    public Organization? Organization { get; init; }
    public RecipientMatch Recipient { get; init; } = RecipientMatch.New;

    /// <summary>The person holds this badge already.</summary>
    public bool HoldsBadge { get; init; }

    /// <summary>The e-mail address of the account that asks; null for a program.</summary>
    public string? CallerEmail { get; init; }

    /// <summary>Null before the structure's first award, which makes it.</summary>
    public Issuer? Issuer { get; init; }

    public IssuerKeys? Keys { get; init; }
}
