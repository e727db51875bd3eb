using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Proofs;
using NSec.Cryptography;

namespace Badges.Credentials.Keys;

/// <summary>A foreign key that signatures are verified with, bound to the one algorithm it may be used for: RSA to
/// RS256, P-256 to ES256, P-384 to ES384, Ed25519 to EdDSA (RFC 8725, section 3.1). One instance is for one
/// thread.</summary>
public sealed class PublicKey : IDisposable
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;
    private readonly NSec.Cryptography.PublicKey? _ed25519;

    private PublicKey(RSA key)
    {
        _rsa = key;
        Algorithm = JwsAlgorithms.Rs256;
        Thumbprint = RsaJwk.Thumbprint(key);
    }

    private PublicKey(ECDsa key)
    {
        _ecdsa = key;
        Algorithm = EcJwk.CurveName(key) == "P-384" ? JwsAlgorithms.Es384 : JwsAlgorithms.Es256;
        Thumbprint = EcJwk.Thumbprint(key);
    }

    private PublicKey(NSec.Cryptography.PublicKey key)
    {
        _ed25519 = key;
        Algorithm = JwsAlgorithms.EdDsa;
        Thumbprint = Ed25519Jwk.Thumbprint(key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The only JWS algorithm that this key verifies.</summary>
    public string Algorithm { get; }

    /// <summary>RFC 7638, base64url; two keys are the same when their thumbprints are.</summary>
    public string Thumbprint { get; }

    /// <summary>The key of a JWK, or null: unknown type or curve, RSA outside 2048–4096 bits, a private member or one
    /// twice, another use, or an <c>alg</c> that is not the key's.</summary>
    public static PublicKey? TryReadJwk(JsonElement jwk)
    {
        if (!IJson.IsValid(jwk))
        {
            return null;
        }

        var key = RsaJwk.TryRead(jwk) is { } rsa ? new PublicKey(rsa)
            : EcJwk.TryRead(jwk) is { } ecdsa ? new PublicKey(ecdsa)
            : Ed25519Jwk.TryRead(jwk) is { } ed25519 ? TryReadEd25519(ed25519)
            : null;
        if (key is not null
            && jwk.TryGetProperty("alg", out var algorithm)
            && !JwsAlgorithms.AreSame(JsonStrings.TryGet(algorithm), key.Algorithm))
        {
            key.Dispose();
            return null;
        }

        return key;
    }

    /// <summary>The key of a PEM text, as Open Badges 2.0 publishes it, or null: a private key, another type or curve,
    /// RSA outside 2048–4096 bits (RFC 7468, section 13).</summary>
    public static PublicKey? TryReadPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return RsaJwk.TryReadPem(pem) is { } rsa ? new PublicKey(rsa)
            : SubjectPublicKey.TryReadPem(pem) is not { } der ? null
            : EcJwk.TryRead(der) is { } ecdsa ? new PublicKey(ecdsa)
            : TryReadEd25519(der, KeyBlobFormat.PkixPublicKey);
    }

    /// <summary>The key of a Multikey, base58btc in multibase, or null: another encoding or type of key, a wrong
    /// length, a point that is not on the curve. Controlled Identifiers 1.0, section 2.2.2.</summary>
    public static PublicKey? TryReadMultikey(string multibase)
    {
        ArgumentNullException.ThrowIfNull(multibase);
        return Multikey.TryRead(multibase)?.Open();
    }

    /// <summary>The Ed25519 key of 32 bytes, or null when they are no point that may be used.</summary>
    internal static PublicKey? TryReadEd25519(ReadOnlySpan<byte> key) =>
        TryReadEd25519(key, KeyBlobFormat.RawPublicKey);

    /// <summary>Whether the signature over the data is this key's, under its own algorithm.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _ed25519 is not null ? SignatureAlgorithm.Ed25519.Verify(_ed25519, data, signature)
        : _rsa is not null ? JwsAlgorithms.VerifyRs256(_rsa, data, signature)
        : _ecdsa is not null && JwsAlgorithms.VerifyEcdsa(_ecdsa, Algorithm, data, signature);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
    }

    private static PublicKey? TryReadEd25519(ReadOnlySpan<byte> key, KeyBlobFormat format) =>
        NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, key, format, out var read) && read is not null
            ? new(read)
            : null;
}
