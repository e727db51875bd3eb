using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>
/// A public key found in a document, a DID or a header: what it is, and how to tell whether another one is the same.
/// Reading one does not make the key that verifies, which is costly.
/// </summary>
internal sealed class VerificationKey
{
    // Whether a signature is a key's never changes: it is worked out once, however often the same badge is looked at.
    private static readonly ConditionalWeakTable<CompactJws, ConcurrentDictionary<string, bool>> Verified = [];

    private readonly Func<PublicKey?> _open;

    private VerificationKey(string algorithm, string thumbprint, Func<PublicKey?> open)
    {
        Algorithm = algorithm;
        Thumbprint = thumbprint;
        _open = open;
    }

    /// <summary>The only JWS algorithm that the key verifies.</summary>
    public string Algorithm { get; }

    /// <summary>RFC 7638, base64url; two keys are the same when their thumbprints are.</summary>
    public string Thumbprint { get; }

    /// <summary>The key of a JWK, or null when it is not a public signature key of an accepted type and size, or has a
    /// member twice, or an <c>alg</c> that is not the key's.</summary>
    public static VerificationKey? TryReadJwk(JsonElement jwk)
    {
        if (!IJson.IsValid(jwk))
        {
            return null;
        }

        var key = RsaJwk.TryReadParameters(jwk) is { } rsa ? Rsa(rsa)
            : EcJwk.TryReadParameters(jwk) is { } point ? Ec(point)
            : Ed25519Jwk.TryRead(jwk) is { } bytes ? Ed25519(bytes)
            : null;
        return key is not null && Jwk.IsFor(jwk, key.Algorithm) ? key : null;
    }

    /// <summary>The key of a PEM text, or null.</summary>
    public static VerificationKey? TryReadPem(string pem)
    {
        using var key = PublicKey.TryReadPem(pem);
        return key is null ? null : new(key.Algorithm, key.Thumbprint, () => PublicKey.TryReadPem(pem));
    }

    /// <summary>The Ed25519 key of 32 bytes. RFC 8037, section 2.</summary>
    public static VerificationKey Ed25519(byte[] key) =>
        new(JwsAlgorithms.EdDsa, Ed25519Jwk.Thumbprint(key), () => PublicKey.TryCreate(key));

    /// <summary>The key of a point on P-256 or P-384.</summary>
    public static VerificationKey Ec(ECParameters key) =>
        new(EcJwk.Algorithm(key)!, EcJwk.Thumbprint(key), () => PublicKey.TryCreate(key));

    /// <summary>Makes the key itself, or null when it turns out to be none.</summary>
    public PublicKey? Open() => _open();

    /// <summary>Whether the signature is this key's, under the one algorithm it is bound to.</summary>
    public bool Verify(CompactJws jws) =>
        Verified.GetValue(jws, _ => new(StringComparer.Ordinal)).GetOrAdd(Thumbprint, _ =>
        {
            using var key = Open();
            return key is not null && Jws.Verify(jws, key);
        });

    private static VerificationKey Rsa(RSAParameters key) =>
        new(JwsAlgorithms.Rs256, RsaJwk.Thumbprint(key), () => PublicKey.TryCreate(key));
}
