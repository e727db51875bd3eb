namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// A structure that may award a badge whose policy is <see cref="AwardPolicy.Listed"/>, from one day to another.
/// </summary>
public sealed record BadgeAwarder
{
    public required Guid BadgeId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>The first day on which the structure may no longer award it.</summary>
    public DateOnly? ToOn { get; init; }

    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is not { } end || day < end);
}
