using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Dids;

/// <summary>
/// A public key found in a document, a DID or a header: what it is, and how to tell whether another one is the same. Keys of
/// algorithms that are not verified here are recognised all the same, so that whose they are can be said.
/// </summary>
internal sealed record VerificationKey(string Algorithm, string Thumbprint)
{
    public const string EdDsa = "EdDSA";

    /// <summary>The key as a JWK; none for an Ed25519 key and for one that came in PEM.</summary>
    private JsonElement? Jwk { get; init; }

    private string? Pem { get; init; }

    /// <summary>The key of a JWK, or null when it is not a public signature key of an accepted type and size.</summary>
    public static VerificationKey? TryReadJwk(JsonElement jwk)
    {
        using var key = PublicKey.TryReadJwk(jwk);
        return key is null ? TryReadEd25519(jwk) : new(key.Algorithm, key.Thumbprint) { Jwk = jwk };
    }

    /// <summary>The RSA key of a PEM text, or null.</summary>
    public static VerificationKey? TryReadPem(string pem)
    {
        using var key = PublicKey.TryReadPem(pem);
        return key is null ? null : new(key.Algorithm, key.Thumbprint) { Pem = pem };
    }

    /// <summary>The Ed25519 key of 32 bytes. RFC 8037, section 2.</summary>
    public static VerificationKey Ed25519(ReadOnlySpan<byte> key)
    {
        var members = $"{{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"{Base64UrlText.Encode(key)}\"}}";
        return new(EdDsa, Base64UrlText.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(members))));
    }

    /// <summary>Whether signatures of this key can be verified here.</summary>
    public bool IsSupported => Jwk is not null || Pem is not null;

    /// <summary>Whether the signature is this key's, under the one algorithm it is bound to.</summary>
    public bool Verify(CompactJws jws)
    {
        using var key = Jwk is { } jwk ? PublicKey.TryReadJwk(jwk) : Pem is { } pem ? PublicKey.TryReadPem(pem) : null;
        return key is not null && Jws.Verify(jws, key);
    }

    private static VerificationKey? TryReadEd25519(JsonElement jwk) =>
        RsaJwk.IsPublicSignatureKey(jwk, "OKP")
        && JsonStrings.TryGet(jwk, "crv") == "Ed25519"
        && (!jwk.TryGetProperty("alg", out var algorithm) || JsonStrings.TryGet(algorithm) is EdDsa or "Ed25519")
        && Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "x")) is { Length: 32 } key
            ? Ed25519(key)
            : null;
}
