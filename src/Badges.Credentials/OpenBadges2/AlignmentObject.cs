namespace Badges.Credentials.OpenBadges2;

/// <summary>An entry of a framework that the badge answers to (Open Badges 2.0, AlignmentObject).</summary>
public sealed record AlignmentObject
{
    public string Type { get; } = "AlignmentObject";

    public required string TargetName { get; init; }

    public required string TargetUrl { get; init; }

    public string? TargetDescription { get; init; }

    public string? TargetFramework { get; init; }

    public string? TargetCode { get; init; }
}
