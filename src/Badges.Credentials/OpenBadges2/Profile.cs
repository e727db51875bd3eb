namespace Badges.Credentials.OpenBadges2;

/// <summary>An issuer (Open Badges 2.0, Profile). It lists one key, as a string: two make the official validator refuse
/// every badge.</summary>
public sealed record Profile
{
    public string Type { get; } = "Profile";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public required string Email { get; init; }

    public string? Telephone { get; init; }

    public string? Description { get; init; }

    /// <summary>The address of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>The address of the CryptographicKey.</summary>
    public string? PublicKey { get; init; }

    public VerificationObject? Verification { get; init; }

    /// <summary>The address of the RevocationList.</summary>
    public string? RevocationList { get; init; }

    public string ToJson() => CredentialJson.Document(OpenBadges2Context.Address, this);
}
