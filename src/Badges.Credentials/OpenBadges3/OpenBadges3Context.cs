namespace Badges.Credentials.OpenBadges3;

/// <summary>The two contexts of a credential, in their fixed order (Open Badges 3.0, AchievementCredential).</summary>
public static class OpenBadges3Context
{
    /// <summary>Verifiable Credentials Data Model 2.0.</summary>
    public const string Credentials = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Open Badges 3.0.</summary>
    public const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <summary>Both, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Credentials, OpenBadges];
}
