namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// What the network lets people earn. What it says stands in its versions; who may award it stands here.
/// </summary>
public sealed record Badge
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required Guid OwnerOrganizationId { get; init; }
    public required BadgeAudience Audience { get; init; }

    /// <summary>The filière, as people call it: « Textile ».</summary>
    public string? Sector { get; init; }

    public required AwardPolicy AwardPolicy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }

    public bool IsRetired => RetiredAt is not null;
}

/// <summary>Whom the badge is for: the structures' own staff, the people on their way to a job, or both.</summary>
public enum BadgeAudience
{
    Permanent,
    Parcours,
    Both,
}

/// <summary>Who may award the badge: every structure, those listed, or its owner alone.</summary>
public enum AwardPolicy
{
    All,
    Listed,
    Owner,
}
