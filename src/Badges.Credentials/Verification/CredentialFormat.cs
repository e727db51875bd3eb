namespace Badges.Credentials.Verification;

/// <summary>The standard that a badge follows, and how it is proved.</summary>
public enum CredentialFormat
{
    /// <summary>Open Badges 3.0 with a proof inside.</summary>
    OpenBadges3Embedded,

    /// <summary>Open Badges 3.0 as a JSON Web Token.</summary>
    OpenBadges3Jwt,

    /// <summary>Open Badges 2.0, verified at its address.</summary>
    OpenBadges2Hosted,

    /// <summary>Open Badges 2.0, signed.</summary>
    OpenBadges2Signed,

    /// <summary>Open Badges 1.0 or 1.1.</summary>
    OpenBadges1,

    /// <summary>No badge, but the receipt of a verification.</summary>
    Receipt,
}
