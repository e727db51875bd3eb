namespace Badges.Server.Features.BadgeClasses;

/// <summary>An entry of a framework that the badge aims at, or is close to; it is never worth it.</summary>
public sealed record BadgeAlignment
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required AlignmentRelation Relation { get; init; }
    public required string TargetName { get; init; }
    public required string TargetUrl { get; init; }
    public string? Framework { get; init; }
    public string? Code { get; init; }

    /// <summary>The day on which somebody read the target.</summary>
    public required DateOnly ReadOn { get; init; }
}

/// <summary>« vise » or « proche de »: the programme's own words, kept as they are.</summary>
public enum AlignmentRelation
{
    Vise,
    Proche,
}
