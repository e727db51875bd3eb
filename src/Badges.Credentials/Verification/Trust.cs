namespace Badges.Credentials.Verification;

/// <summary>Whether the issuer is known to the one who verifies.</summary>
public enum Trust
{
    /// <summary>It is one of ours, or in a registry at the date of issue.</summary>
    Known,

    /// <summary>Nobody here knows it.</summary>
    Unknown,

    /// <summary>Nobody here knows it, and its name imitates one that is known.</summary>
    Lookalike,
}
