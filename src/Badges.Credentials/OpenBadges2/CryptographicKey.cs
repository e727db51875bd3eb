namespace Badges.Credentials.OpenBadges2;

/// <summary>The key that an issuer's signed assertions are verified with (Open Badges 2.0, CryptographicKey).</summary>
public sealed record CryptographicKey
{
    public string Type { get; } = "CryptographicKey";

    public required string Id { get; init; }

    /// <summary>The address of the issuer's profile, which names this key in turn.</summary>
    public required string Owner { get; init; }

    public required string PublicKeyPem { get; init; }

    public string ToJson() => CredentialJson.Document(OpenBadges2Context.Address, this);
}
