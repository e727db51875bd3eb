namespace Badges.Server.Web.Components;

/// <summary>How one check ended.</summary>
public enum VerdictOutcome
{
    Passed,
    Failed,
    NotRun,
    NotApplicable,
}

/// <summary>One check of a badge, in words.</summary>
public sealed record VerdictCheck
{
    public required string Title { get; init; }
    public required VerdictOutcome Outcome { get; init; }
    public required string Detail { get; init; }

    /// <summary>Where the answer came from.</summary>
    public string? Source { get; init; }

    public DateTimeOffset? At { get; init; }
}
