namespace Badges.Server.Features.SigningKeys;

/// <summary>What a key signs, as it is stored. Open Badges 2.0 allows an issuer exactly one key, so it has its own.</summary>
public static class KeyPurpose
{
    /// <summary>Open Badges 3.0 credentials and status lists as JSON Web Tokens.</summary>
    public const string Ob3Jwt = "ob3-jwt";

    /// <summary>Signed assertions of Open Badges 2.0.</summary>
    public const string Ob2 = "ob2";
}
