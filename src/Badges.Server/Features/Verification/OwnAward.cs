using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What anybody may know of an award of ours: no column that speaks of the person is ever read for it.
/// </summary>
public sealed record OwnAward
{
    public required string PublicId { get; init; }
    public required PublishedBadge Published { get; init; }
    public required Organization Organization { get; init; }
    public required IReadOnlyList<string> Criteria { get; init; }
    public required IReadOnlyList<OwnEvidence> Evidence { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
    public DateOnly? ObservedFrom { get; init; }
    public DateOnly? ObservedTo { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the structure took it back, if it did.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public RevocationReason? Reason { get; init; }

    /// <summary>Since when the key that signed it was in other hands, when it was signed after that.</summary>
    public DateTimeOffset? CompromisedSince { get; init; }

    /// <summary>The copy at hand was replaced by a newer one, because the structure had to change its key.</summary>
    public bool IsReplacedCopy { get; init; }

    /// <summary>The signed identity is a hash of an e-mail address, as the badge itself says: one can be compared.</summary>
    public bool IsTiedToEmail { get; init; }

    public string Address => AwardAddresses.PathOf(PublicId);
}

/// <summary>An item of evidence: its text when it was made public, otherwise only that it exists.</summary>
public sealed record OwnEvidence
{
    public required bool IsPublic { get; init; }
    public string? Name { get; init; }
    public string? Narrative { get; init; }
    public string? Url { get; init; }
}
