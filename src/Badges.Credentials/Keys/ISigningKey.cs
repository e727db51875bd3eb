using Microsoft.IdentityModel.Tokens;

namespace Badges.Credentials.Keys;

/// <summary>A private key kept alive, bound to the one algorithm that it signs with. Safe to use from several threads
/// at once.</summary>
public interface ISigningKey : IDisposable
{
    /// <summary>The JWS algorithm: one of <see cref="Proofs.JwsAlgorithms"/>.</summary>
    public string Algorithm { get; }

    /// <summary>RFC 7638, base64url: the key's own name.</summary>
    public string Thumbprint { get; }

    /// <summary>The public part as a JWK named <paramref name="kid"/>, with <c>alg</c> and <c>use</c>.</summary>
    public string PublicJwk(string? kid);

    /// <summary>The private key in PKCS #8, to be encrypted before it is stored.</summary>
    public byte[] ExportPkcs8();

    /// <summary>The signature over the data, as JOSE writes it: for elliptic curves r and s side by side.</summary>
    public byte[] Sign(byte[] data);

    /// <summary>What the JOSE library signs with, under the header's <c>kid</c>.</summary>
    internal SigningCredentials CredentialsNamed(string kid);
}
