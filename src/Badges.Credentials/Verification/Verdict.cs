namespace Badges.Credentials.Verification;

/// <summary>What a verification comes to.</summary>
public enum Verdict
{
    /// <summary>Genuine, and in force.</summary>
    Valid,

    /// <summary>Taken back for good.</summary>
    Revoked,

    /// <summary>Taken back for a time.</summary>
    Suspended,

    /// <summary>Genuine, and no longer in force.</summary>
    Expired,

    /// <summary>Genuine, and not in force yet.</summary>
    NotYetValid,

    /// <summary>Something that decides could not be checked.</summary>
    Undetermined,

    /// <summary>Not genuine, not readable, or not this person's.</summary>
    Invalid,
}
