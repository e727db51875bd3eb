namespace Badges.Server.Features.Awards;

/// <summary>
/// An award as its own structure sees it: with the person, and how to hand it over. Nobody else may read it.
/// </summary>
public sealed record AwardView
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string OrganizationSlug { get; init; }
    public required string OrganizationName { get; init; }
    public required string BadgeSlug { get; init; }
    public required string VersionPublicId { get; init; }
    public required string BadgeName { get; init; }
    public required Guid RecipientId { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? Email { get; init; }
    public string? OwnReference { get; init; }
    public required IdentityKind IdentityKind { get; init; }
    public DateOnly? ObservedFrom { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public AwardEnd? EndKind { get; init; }
    public string? EndReason { get; init; }

    /// <summary>Why, in the structure's own words; read with one award, not with a list.</summary>
    public string? EndNote { get; init; }

    /// <summary>The code of the card, without dashes.</summary>
    public string? CardCode { get; init; }

    public string RecipientName
    {
        get
        {
            var name = $"{GivenName} {FamilyName}".Trim();
            return name.Length > 0 ? name : OwnReference ?? Email ?? "";
        }
    }
}

/// <summary>A criterion that was observed.</summary>
public sealed record ObservedCriterion
{
    public required int Position { get; init; }
    public required string Text { get; init; }
}

/// <summary>An award with all that belongs to it.</summary>
public sealed record AwardDetails
{
    public required AwardView Award { get; init; }
    public required IReadOnlyList<ObservedCriterion> Criteria { get; init; }
    public required IReadOnlyList<AwardEvidence> Evidence { get; init; }

    /// <summary>
    /// Since when the key that signed it is known to be in somebody else's hands; null for nearly all.
    /// </summary>
    public DateTimeOffset? CompromisedSince { get; init; }
}
