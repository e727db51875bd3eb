namespace Badges.Testing;

/// <summary>
/// What a test needs beyond the .NET SDK: without it the test is skipped with its reason, but not with CI=true.
/// </summary>
public static class Demands
{
    public static bool IsCi { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a test is skipped; null when what it needs is there, or when nothing may be skipped.</summary>
    public static string? SkipUnless(bool isThere, string reason) => isThere || IsCi ? null : reason;
}
