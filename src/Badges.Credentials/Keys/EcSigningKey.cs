using System.Security.Cryptography;
using Badges.Credentials.Proofs;
using Microsoft.IdentityModel.Tokens;

namespace Badges.Credentials.Keys;

/// <summary>An issuer's key on P-256 or P-384. Safe to use from several threads at once; every concurrent signature has
/// an object of its own, out of a pool.</summary>
public sealed class EcSigningKey : ISigningKey
{
    private readonly CryptoProviderFactory _providers;
    private readonly SignatureProvider _signatures;
    private readonly ECParameters _parameters;

    /// <summary>Copies the key; the caller keeps and disposes of its own object.</summary>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    /// <exception cref="CryptographicException">The key has no private part that can be read.</exception>
    public EcSigningKey(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Algorithm = EcJwk.Algorithm(key.ExportParameters(includePrivateParameters: false))
            ?? throw new ArgumentException("The key is neither on P-256 nor on P-384.", nameof(key));
        _parameters = key.ExportParameters(includePrivateParameters: true);
        Thumbprint = EcJwk.Thumbprint(_parameters);
        Multikey = Keys.Multikey.OfEc(_parameters);
        _providers = new(new InMemoryCryptoProviderCache()) { CacheSignatureProviders = true };
        _signatures = _providers.CreateForSigning(SecurityKeyNamed(Thumbprint), Algorithm);
    }

    /// <inheritdoc/>
    public string Algorithm { get; }

    /// <inheritdoc/>
    public string Thumbprint { get; }

    /// <summary>The public part in multibase: <c>zDn…</c> or <c>z82…</c>. Controlled Identifiers 1.0, section
    /// 2.2.2.</summary>
    public string Multikey { get; }

    /// <summary>Reads an unencrypted PKCS #8 private key.</summary>
    /// <exception cref="CryptographicException">The bytes are not a private key on a curve.</exception>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public static EcSigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(key);
    }

    /// <inheritdoc/>
    public string PublicJwk(string? kid) => EcJwk.PublicJwk(_parameters.Q, Algorithm, kid);

    /// <inheritdoc/>
    public byte[] ExportPkcs8()
    {
        using var key = ECDsa.Create(_parameters);
        return key.ExportPkcs8PrivateKey();
    }

    /// <inheritdoc/>
    public byte[] Sign(byte[] data) => _signatures.Sign(data);

    /// <inheritdoc/>
    public void Dispose()
    {
        _providers.ReleaseSignatureProvider(_signatures);
        (_providers.CryptoProviderCache as IDisposable)?.Dispose();
        _signatures.Dispose();
    }

    SigningCredentials ISigningKey.CredentialsNamed(string kid) =>
        new(SecurityKeyNamed(kid), Algorithm) { CryptoProviderFactory = _providers };

    private JsonWebKey SecurityKeyNamed(string kid) => new()
    {
        Kty = "EC",
        Crv = Algorithm == JwsAlgorithms.Es256 ? "P-256" : "P-384",
        X = Base64UrlText.Encode(_parameters.Q.X),
        Y = Base64UrlText.Encode(_parameters.Q.Y),
        D = Base64UrlText.Encode(_parameters.D),
        KeyId = kid,
        CryptoProviderFactory = _providers,
    };
}
