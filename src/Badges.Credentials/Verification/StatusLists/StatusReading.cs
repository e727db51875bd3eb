namespace Badges.Credentials.Verification.StatusLists;

/// <summary>What one status entry says.</summary>
internal enum StatusReading
{
    /// <summary>Its list was read, is sound, and the badge is not on it.</summary>
    Clear,

    /// <summary>The badge was taken back for good.</summary>
    Revoked,

    /// <summary>The badge was taken back for a time.</summary>
    Suspended,

    /// <summary>What it says could not be read.</summary>
    Unknown,

    /// <summary>It speaks of something else than withdrawal.</summary>
    Irrelevant,
}
