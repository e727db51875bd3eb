namespace Badges.Credentials.Verification;

/// <summary>What was measured, as the issuer claims it, beside what it asked for. Open Badges 3.0, Result and
/// ResultDescription.</summary>
public sealed record ResultSummary
{
    /// <summary>What was measured.</summary>
    public string? Name { get; init; }

    /// <summary>In what way: a grade, a percentage, a level of a rubric.</summary>
    public string? ResultType { get; init; }

    /// <summary>The value that was reached.</summary>
    public string? Value { get; init; }

    /// <summary>How far it is: completed, in progress.</summary>
    public string? Status { get; init; }

    /// <summary>The name of the level that was reached.</summary>
    public string? AchievedLevel { get; init; }

    /// <summary>The value that was asked for.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>The name of the level that was asked for.</summary>
    public string? RequiredLevel { get; init; }

    public string? ValueMin { get; init; }

    public string? ValueMax { get; init; }

    /// <summary>The values that there are, from the lowest to the highest.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>The names of the levels that there are.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];
}
