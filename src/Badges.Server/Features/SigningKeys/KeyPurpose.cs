namespace Badges.Server.Features.SigningKeys;

/// <summary>
/// What a key signs, as it is stored. Open Badges 2.0 allows an issuer exactly one key, so it has its own.
/// </summary>
public static class KeyPurpose
{
    /// <summary>Open Badges 3.0 credentials, status lists and profiles with an embedded proof: Ed25519.</summary>
    public const string Ob3Embedded = "ob3-embedded";

    /// <summary>Open Badges 3.0 credentials and status lists as JSON Web Tokens.</summary>
    public const string Ob3Jwt = "ob3-jwt";

    /// <summary>Signed assertions of Open Badges 2.0.</summary>
    public const string Ob2 = "ob2";

    /// <summary>All of them: what every issuer has.</summary>
    public static IReadOnlyList<string> All { get; } = [Ob3Embedded, Ob3Jwt, Ob2];

    /// <summary>Those of Open Badges 3.0, which change by schedule and are published together.</summary>
    public static IReadOnlyList<string> Ob3 { get; } = [Ob3Embedded, Ob3Jwt];
}
