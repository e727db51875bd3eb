using Badges.Credentials.Recipients;

namespace Badges.Credentials.OpenBadges2;

/// <summary>The recipient of an assertion (Open Badges 2.0, IdentityObject).</summary>
public sealed record IdentityObject
{
    /// <summary>The property that identifies: <c>id</c>, <c>email</c>, <c>url</c>, <c>telephone</c>.</summary>
    public required string Type { get; init; }

    public required bool Hashed { get; init; }

    public string? Salt { get; init; }

    public required string Identity { get; init; }

    /// <summary>The hashed form of an identity.</summary>
    public static IdentityObject Hash(string type, string identity, string salt) =>
        new() { Type = type, Hashed = true, Salt = salt, Identity = IdentityHash.Sha256(identity, salt) };
}
