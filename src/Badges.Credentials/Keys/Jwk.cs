using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>What every type of JSON Web Key has in common (RFC 7517, section 4).</summary>
internal static class Jwk
{
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Whether a JWK has this key type, no private member, and no use but signatures.</summary>
    public static bool IsPublicSignatureKey(JsonElement jwk, string keyType) =>
        JsonStrings.TryGet(jwk, "kty") == keyType
        && !PrivateMembers.Any(member => jwk.TryGetProperty(member, out _))
        && (!jwk.TryGetProperty("use", out var use) || JsonStrings.TryGet(use) == "sig")
        && (!jwk.TryGetProperty("key_ops", out var operations) || AllowsVerification(operations));

    /// <summary>Whether a JWK names no algorithm, or this one.</summary>
    public static bool IsFor(JsonElement jwk, string algorithm) =>
        !jwk.TryGetProperty("alg", out var named) || JwsAlgorithms.AreSame(JsonStrings.TryGet(named), algorithm);

    /// <summary>The SHA-256 thumbprint of a key in base64url (RFC 7638, section 3).</summary>
    /// <param name="members">Its required members as JSON, in the order of their names, without blanks.</param>
    public static string Thumbprint(string members) =>
        Base64UrlText.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(members)));

    private static bool AllowsVerification(JsonElement operations) =>
        operations.ValueKind is JsonValueKind.Array
        && operations.EnumerateArray().Any(each => JsonStrings.TryGet(each) == "verify");
}
