using System.Security.Cryptography;
using System.Text;

namespace Badges.Server.Features.Accounts;

/// <summary>
/// A key of a partner's program: a structure's when it names one, else the network's. Kept as a hash.
/// </summary>
public sealed record ApiKey
{
    public const string Marker = "bk_";

    public required Guid Id { get; init; }
    public Guid? OrganizationId { get; init; }
    public required string Name { get; init; }
    public required string Prefix { get; init; }
    public required string KeyHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsUsable(DateTimeOffset now) =>
        RevokedAt is null && (ExpiresAt is not { } expiresAt || now < expiresAt);

    /// <summary>SHA-256 of the whole key in hexadecimal; the key holds 256 random bits, so it needs no salt.</summary>
    public static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static string CreateSecret() =>
        Marker + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
