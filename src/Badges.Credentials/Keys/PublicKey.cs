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
        var parameters = key.ExportParameters(includePrivateParameters: false);
        Algorithm = EcJwk.Algorithm(parameters)!;
        Thumbprint = EcJwk.Thumbprint(parameters);
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
    public static PublicKey? TryReadJwk(JsonElement jwk) => VerificationKey.TryReadJwk(jwk)?.Open();

    /// <summary>The key of a PEM text, as Open Badges 2.0 publishes it, or null: a private key, another type or curve,
    /// RSA outside 2048–4096 bits (RFC 7468, section 13).</summary>
    public static PublicKey? TryReadPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return RsaJwk.TryReadPem(pem) is { } rsa ? new PublicKey(rsa)
            : SubjectPublicKey.TryReadPem(pem) is not { } der ? null
            : EcJwk.TryRead(der) is { } ecdsa ? new PublicKey(ecdsa)
            : TryImport(der, KeyBlobFormat.PkixPublicKey);
    }

    /// <summary>The key of a Multikey, base58btc in multibase, or null: another encoding or type of key, a wrong
    /// length, a point that is not on the curve. Controlled Identifiers 1.0, section 2.2.2.</summary>
    public static PublicKey? TryReadMultikey(string multibase)
    {
        ArgumentNullException.ThrowIfNull(multibase);
        return Multikey.TryRead(multibase)?.Open();
    }

    /// <summary>The RSA key of its numbers, or null when they are those of none.</summary>
    internal static PublicKey? TryCreate(RSAParameters key) => RsaJwk.TryCreate(key) is { } rsa ? new(rsa) : null;

    /// <summary>The key on P-256 or P-384 of its point, or null when that is not on the curve.</summary>
    internal static PublicKey? TryCreate(ECParameters key) => EcJwk.TryCreate(key) is { } ecdsa ? new(ecdsa) : null;

    /// <summary>The Ed25519 key of 32 bytes, or null when they are no point that may be used.</summary>
    internal static PublicKey? TryCreate(ReadOnlySpan<byte> key) => TryImport(key, KeyBlobFormat.RawPublicKey);

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

    private static PublicKey? TryImport(ReadOnlySpan<byte> key, KeyBlobFormat format) =>
        NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, key, format, out var read) && read is not null
            ? new(read)
            : null;
}
