using System.Security.Cryptography;
using Badges.Credentials.Proofs;
using Microsoft.IdentityModel.Tokens;

namespace Badges.Credentials.Keys;

/// <summary>An issuer's RSA key, kept alive: rebuilding it for each signature costs five times the signature. Safe to
/// use from several threads at once; every concurrent signature has an RSA object of its own, out of a
/// pool.</summary>
public sealed class RsaSigningKey : ISigningKey
{
    private readonly RSAParameters _parameters;
    private readonly CryptoProviderFactory _providers;
    private readonly SignatureProvider _signatures;
    private readonly RSA _key;

    /// <summary>Copies the key; the caller keeps and disposes of its own object.</summary>
    /// <exception cref="ArgumentException">The key is not between 2048 and 4096 bits.</exception>
    /// <exception cref="CryptographicException">The key has no private part that can be read.</exception>
    public RsaSigningKey(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!RsaJwk.IsAcceptable(key))
        {
            throw new ArgumentException("An RSA signing key has 2048 to 4096 bits.", nameof(key));
        }

        _parameters = key.ExportParameters(includePrivateParameters: true);
        _key = RSA.Create(_parameters);
        Thumbprint = RsaJwk.Thumbprint(key);
        PublicPem = RsaJwk.PublicPem(key);
        _providers = new CryptoProviderFactory(new InMemoryCryptoProviderCache()) { CacheSignatureProviders = true };
        _signatures = _providers.CreateForSigning(SecurityKeyNamed(Thumbprint), SecurityAlgorithms.RsaSha256);
    }

    /// <inheritdoc/>
    public string Algorithm => JwsAlgorithms.Rs256;

    /// <inheritdoc/>
    public string Thumbprint { get; }

    /// <summary>The public part as a SubjectPublicKeyInfo in PEM.</summary>
    public string PublicPem { get; }

    /// <summary>Reads an unencrypted PKCS #8 private key.</summary>
    /// <exception cref="CryptographicException">The bytes are not an RSA private key.</exception>
    /// <exception cref="ArgumentException">The key is not between 2048 and 4096 bits.</exception>
    public static RsaSigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(rsa);
    }

    /// <inheritdoc/>
    public string PublicJwk(string? kid)
    {
        lock (_key)
        {
            return RsaJwk.PublicJwk(_key, kid, withUse: true);
        }
    }

    /// <inheritdoc/>
    public byte[] ExportPkcs8()
    {
        lock (_key)
        {
            return _key.ExportPkcs8PrivateKey();
        }
    }

    /// <inheritdoc/>
    public byte[] Sign(byte[] data) => _signatures.Sign(data);

    /// <inheritdoc/>
    public void Dispose()
    {
        _providers.ReleaseSignatureProvider(_signatures);
        (_providers.CryptoProviderCache as IDisposable)?.Dispose();
        _signatures.Dispose();
        _key.Dispose();
    }

    SigningCredentials ISigningKey.CredentialsNamed(string kid) =>
        new(SecurityKeyNamed(kid), SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = _providers };

    private RsaSecurityKey SecurityKeyNamed(string kid) =>
        new(_parameters) { KeyId = kid, CryptoProviderFactory = _providers };
}
