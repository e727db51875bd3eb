using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Recipients;

/// <summary>A recipient's identity, hashed with a salt (Open Badges 2.0, IdentityHash; Open Badges 3.0,
/// IdentityHash).</summary>
public static partial class IdentityHash
{
    /// <summary><c>sha256$</c> and the hexadecimal hash of the identity followed by the salt, in UTF-8.</summary>
    public static string Sha256(string identity, string salt) =>
        "sha256$" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity + salt)));

    /// <summary>Whether candidates can be compared with a hash: one of <c>sha256$</c> or <c>md5$</c>, and
    /// whole.</summary>
    public static bool CanCompute(string identityHash)
    {
        ArgumentNullException.ThrowIfNull(identityHash);

        return Computable().IsMatch(identityHash);
    }

    /// <summary>Whether a candidate, as given or in lower case, is the identity. An unknown hash function matches
    /// nothing.</summary>
    public static bool Matches(string identityHash, bool hashed, string? salt, string candidate)
    {
        ArgumentNullException.ThrowIfNull(identityHash);
        ArgumentNullException.ThrowIfNull(candidate);

        return hashed
            ? MatchesHash(identityHash, candidate + salt)
                || MatchesHash(identityHash, candidate.ToLowerInvariant() + salt)
            : identityHash.Equals(candidate, StringComparison.OrdinalIgnoreCase);
    }

    private static bool MatchesHash(string identityHash, string salted)
    {
        var separator = identityHash.IndexOf('$', StringComparison.Ordinal);
        if (separator < 0)
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(salted);
        var hash = identityHash[..separator] switch
        {
            "sha256" => SHA256.HashData(bytes),
#pragma warning disable CA5351 // Badges hashed with MD5 exist and are read; none is made.
            "md5" => MD5.HashData(bytes),
#pragma warning restore CA5351
            _ => null,
        };
        return hash is not null && Convert.ToHexStringLower(hash).Equals(
            identityHash[(separator + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\A(sha256\$[0-9a-fA-F]{64}|md5\$[0-9a-fA-F]{32})\z")]
    private static partial Regex Computable();
}
