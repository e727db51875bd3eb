namespace Badges.Credentials.Verification;

/// <summary>What came of a check.</summary>
public enum CheckOutcome
{
    /// <summary>It ran, and all is as it should be.</summary>
    Passed,

    /// <summary>It ran, and something is wrong.</summary>
    Failed,

    /// <summary>It could not run: something it needs is not at hand, or not known here.</summary>
    NotRun,

    /// <summary>There is nothing to check.</summary>
    NotApplicable,
}
