using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>A foreign key that signatures are verified with, bound to the one algorithm it may be used for: RSA to
/// RS256, P-256 to ES256, P-384 to ES384 (RFC 8725, section 3.1). One instance is for one thread.</summary>
public sealed class PublicKey : IDisposable
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;

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

    /// <summary>The only JWS algorithm that this key verifies.</summary>
    public string Algorithm { get; }

    /// <summary>RFC 7638, base64url; two keys are the same when their thumbprints are.</summary>
    public string Thumbprint { get; }

    /// <summary>The key of a JWK, or null: unknown type or curve, RSA outside 2048–4096 bits, a private member,
    /// another use, or an <c>alg</c> that is not the key's.</summary>
    public static PublicKey? TryReadJwk(JsonElement jwk)
    {
        var key = RsaJwk.TryRead(jwk) is { } rsa ? new PublicKey(rsa)
            : EcJwk.TryRead(jwk) is { } ecdsa ? new PublicKey(ecdsa)
            : null;
        if (key is not null
            && jwk.TryGetProperty("alg", out var algorithm) && JsonStrings.TryGet(algorithm) != key.Algorithm)
        {
            key.Dispose();
            return null;
        }

        return key;
    }

    /// <summary>The RSA key of a PEM text, as Open Badges 2.0 publishes it, or null.</summary>
    public static PublicKey? TryReadPem(string pem) => RsaJwk.TryReadPem(pem) is { } rsa ? new PublicKey(rsa) : null;

    /// <summary>Whether the signature over the data is this key's, under its own algorithm.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _rsa is not null ? JwsAlgorithms.VerifyRs256(_rsa, data, signature)
        : _ecdsa is not null && JwsAlgorithms.VerifyEcdsa(_ecdsa, Algorithm, data, signature);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
    }
}
