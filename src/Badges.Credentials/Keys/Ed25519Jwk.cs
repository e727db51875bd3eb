using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>Ed25519 public keys, 32 bytes, as JWK (RFC 8037, section 2; RFC 7638).</summary>
internal static class Ed25519Jwk
{
    private const int Length = 32;

    public static string PublicJwk(ReadOnlySpan<byte> key, string? kid)
    {
        var name = kid is null ? string.Empty : $",\"kid\":{CredentialJson.Quote(kid)}";
        return $"{{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"{Base64UrlText.Encode(key)}\"{name},"
            + "\"alg\":\"EdDSA\",\"use\":\"sig\"}";
    }

    public static string Thumbprint(ReadOnlySpan<byte> key) =>
        Jwk.Thumbprint($"{{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"{Base64UrlText.Encode(key)}\"}}");

    /// <summary>The key, or null when it is not a public signature key on this curve.</summary>
    public static byte[]? TryRead(JsonElement jwk) =>
        Jwk.IsPublicSignatureKey(jwk, "OKP") && JsonStrings.TryGet(jwk, "crv") == "Ed25519"
        && Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "x")) is { Length: Length } key
            ? key
            : null;
}
