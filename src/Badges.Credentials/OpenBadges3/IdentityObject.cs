namespace Badges.Credentials.OpenBadges3;

/// <summary>A recipient's identifier, hashed or plain; a closed class (Open Badges 3.0, IdentityObject).</summary>
public sealed record IdentityObject
{
    public string Type { get; } = "IdentityObject";

    public required bool Hashed { get; init; }

    public required string IdentityHash { get; init; }

    /// <summary>A term of the standard's vocabulary: <c>emailAddress</c>, <c>identifier</c>, …, or one with
    /// <c>ext:</c>.</summary>
    public required string IdentityType { get; init; }

    public string? Salt { get; init; }

    /// <summary>The hashed form of an identity.</summary>
    public static IdentityObject Hash(string identity, string identityType, string salt) => new()
    {
        Hashed = true,
        IdentityHash = Recipients.IdentityHash.Sha256(identity, salt),
        IdentityType = identityType,
        Salt = salt,
    };
}
