using System.Security.Cryptography;
using Badges.Credentials.Proofs;
using Microsoft.IdentityModel.Tokens;
using NSec.Cryptography;

namespace Badges.Credentials.Keys;

/// <summary>An issuer's Ed25519 key (RFC 8032; RFC 8037 in JOSE). Safe to use from several threads at once.</summary>
public sealed class Ed25519SigningKey : ISigningKey
{
    private readonly Key _key;
    private readonly byte[] _public;

    private Ed25519SigningKey(Key key)
    {
        _key = key;
        _public = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        Thumbprint = Ed25519Jwk.Thumbprint(_public);
        Multikey = Keys.Multikey.OfEd25519(_public);
    }

    /// <inheritdoc/>
    public string Algorithm => JwsAlgorithms.EdDsa;

    /// <inheritdoc/>
    public string Thumbprint { get; }

    /// <summary>The public part in multibase, <c>z6Mk…</c>. Controlled Identifiers 1.0, section 2.2.2.</summary>
    public string Multikey { get; }

    /// <summary>The key of a seed of 32 bytes (RFC 8032, section 5.1.5).</summary>
    /// <exception cref="ArgumentException">The seed has another length.</exception>
    public static Ed25519SigningKey FromSeed(ReadOnlySpan<byte> seed) =>
        TryImport(seed, KeyBlobFormat.RawPrivateKey)
        ?? throw new ArgumentException("A seed has 32 bytes.", nameof(seed));

    /// <summary>Reads an unencrypted PKCS #8 private key (RFC 8410).</summary>
    /// <exception cref="CryptographicException">The bytes are not an Ed25519 private key.</exception>
    public static Ed25519SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8) =>
        TryImport(pkcs8, KeyBlobFormat.PkixPrivateKey)
        ?? throw new CryptographicException("The bytes are not an Ed25519 private key.");

    /// <inheritdoc/>
    public string PublicJwk(string? kid) => Ed25519Jwk.PublicJwk(_public, kid);

    /// <inheritdoc/>
    public byte[] ExportPkcs8() => _key.Export(KeyBlobFormat.PkixPrivateKey);

    /// <inheritdoc/>
    public byte[] Sign(byte[] data) => SignatureAlgorithm.Ed25519.Sign(_key, data);

    /// <summary>Whether the signature over the data is this key's.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithm.Ed25519.Verify(_key.PublicKey, data, signature);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    SigningCredentials ISigningKey.CredentialsNamed(string kid) => EdDsaProvider.Credentials(this, kid);

    private static Ed25519SigningKey? TryImport(ReadOnlySpan<byte> bytes, KeyBlobFormat format)
    {
        var exportable = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        return Key.TryImport(SignatureAlgorithm.Ed25519, bytes, format, out var key, exportable) && key is not null
            ? new(key)
            : null;
    }
}
