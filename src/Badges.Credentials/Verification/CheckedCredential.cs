namespace Badges.Credentials.Verification;

/// <summary>A record whose checks were run, with all that its report needs: nothing is worked out twice.</summary>
public sealed class CheckedCredential
{
    internal CheckedCredential(VerificationCase facts)
    {
        Facts = facts;
        Checks = [.. Enumerable.Range(0, Verification.Checks.Steps.Count).Select(facts.Found)];
    }

    /// <summary>What was found, in the order of <see cref="CheckIds.All"/>.</summary>
    public IReadOnlyList<Check> Checks { get; }

    internal VerificationCase Facts { get; }
}
