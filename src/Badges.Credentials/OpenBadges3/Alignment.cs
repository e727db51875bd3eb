namespace Badges.Credentials.OpenBadges3;

/// <summary>An entry of a framework that the achievement answers to (Open Badges 3.0, Alignment).</summary>
public sealed record Alignment
{
    public IReadOnlyList<string> Type { get; init; } = ["Alignment"];

    public required string TargetName { get; init; }

    public required string TargetUrl { get; init; }

    public string? TargetCode { get; init; }

    public string? TargetDescription { get; init; }

    public string? TargetFramework { get; init; }

    /// <summary>A term of the standard's vocabulary, or one that starts with <c>ext:</c>.</summary>
    public string? TargetType { get; init; }
}
