using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>
/// A public key found in a document, a DID or a header: what it is, and how to tell whether another one is the same.
/// Keys of algorithms that are not verified here are recognised all the same, so that whose they are can be said.
/// </summary>
internal sealed record VerificationKey(string Algorithm, string Thumbprint)
{
    // Whether a signature is a key's never changes: it is worked out once, however often the same badge is looked at.
    private static readonly ConditionalWeakTable<CompactJws, ConcurrentDictionary<string, bool>> Verified = [];

    private JsonElement? Jwk { get; init; }

    private string? Pem { get; init; }

    private byte[]? Point { get; init; }

    /// <summary>The key of a JWK, or null when it is not a public signature key of an accepted type and size.</summary>
    public static VerificationKey? TryReadJwk(JsonElement jwk) =>
        IJson.IsValid(jwk) ? TryReadRsa(jwk) ?? TryReadEc(jwk) ?? TryReadEd25519(jwk) : null;

    /// <summary>The key of a PEM text, or null.</summary>
    public static VerificationKey? TryReadPem(string pem)
    {
        using var key = PublicKey.TryReadPem(pem);
        return key is null ? null : new(key.Algorithm, key.Thumbprint) { Pem = pem };
    }

    /// <summary>The Ed25519 key of 32 bytes. RFC 8037, section 2.</summary>
    public static VerificationKey Ed25519(byte[] key) =>
        new(JwsAlgorithms.EdDsa, Ed25519Jwk.Thumbprint(key)) { Point = key };

    /// <summary>Makes the key itself, or null when it turns out to be none.</summary>
    public PublicKey? Open() => Point is not null ? PublicKey.TryReadEd25519(Point)
        : Jwk is { } jwk ? PublicKey.TryReadJwk(jwk)
        : PublicKey.TryReadPem(Pem!);

    /// <summary>Whether the signature is this key's, under the one algorithm it is bound to.</summary>
    public bool Verify(CompactJws jws) =>
        Verified.GetValue(jws, _ => new(StringComparer.Ordinal)).GetOrAdd(Thumbprint, _ =>
        {
            using var key = Open();
            return key is not null && Jws.Verify(jws, key);
        });

    // Reading a key only to know which one it is does not need the key itself, which is costly to make.

    private static VerificationKey? TryReadRsa(JsonElement jwk)
    {
        if (!RsaJwk.IsPublicSignatureKey(jwk, "RSA") || !IsFor(jwk, JwsAlgorithms.Rs256)
            || Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "n")) is not { Length: <= 1024 } n
            || Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "e")) is not { Length: <= 8 } e)
        {
            return null;
        }

        var modulus = new BigInteger(n, isUnsigned: true, isBigEndian: true);
        var exponent = new BigInteger(e, isUnsigned: true, isBigEndian: true);
        if (modulus.GetBitLength() is < RsaJwk.MinimumBits or > RsaJwk.MaximumBits
            || exponent <= BigInteger.One || exponent.IsEven)
        {
            return null;
        }

        var members = $"{{\"e\":\"{Encode(exponent)}\",\"kty\":\"RSA\",\"n\":\"{Encode(modulus)}\"}}";
        return new(JwsAlgorithms.Rs256, Hash(members)) { Jwk = jwk };
    }

    private static VerificationKey? TryReadEc(JsonElement jwk)
    {
        var curve = JsonStrings.TryGet(jwk, "crv");
        var (algorithm, length) = curve switch
        {
            "P-256" => (JwsAlgorithms.Es256, 32),
            "P-384" => (JwsAlgorithms.Es384, 48),
            _ => (string.Empty, -1),
        };
        if (!RsaJwk.IsPublicSignatureKey(jwk, "EC") || !IsFor(jwk, algorithm)
            || JsonStrings.TryGet(jwk, "x") is not { } x || Base64UrlText.TryDecode(x)?.Length != length
            || JsonStrings.TryGet(jwk, "y") is not { } y || Base64UrlText.TryDecode(y)?.Length != length)
        {
            return null;
        }

        var members = $"{{\"crv\":\"{curve}\",\"kty\":\"EC\",\"x\":\"{x}\",\"y\":\"{y}\"}}";
        return new(algorithm, Hash(members)) { Jwk = jwk };
    }

    private static VerificationKey? TryReadEd25519(JsonElement jwk) =>
        Ed25519Jwk.TryRead(jwk) is { } key && IsFor(jwk, JwsAlgorithms.EdDsa) ? Ed25519(key) : null;

    private static bool IsFor(JsonElement jwk, string algorithm) =>
        !jwk.TryGetProperty("alg", out var named) || JwsAlgorithms.AreSame(JsonStrings.TryGet(named), algorithm);

    /// <summary>RFC 7638, section 3.</summary>
    private static string Hash(string members) =>
        Base64UrlText.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(members)));

    private static string Encode(BigInteger number) =>
        Base64UrlText.Encode(number.ToByteArray(isUnsigned: true, isBigEndian: true));
}
