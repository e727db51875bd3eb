using System.Security.Cryptography;
using Badges.Credentials.Keys;
using Badges.Server.Secrets;

namespace Badges.Server.Features.SigningKeys;

/// <summary>Makes keys. Their private part never leaves this process unwrapped.</summary>
public sealed class NewSigningKey(KeyWrapping wrapping)
{
    private const int Bits = 2048;

    public SigningKey Create(Guid issuerId, string purpose, DateTimeOffset now)
    {
        using var rsa = RSA.Create(Bits);
        var id = Guid.CreateVersion7(now);
        var pkcs8 = rsa.ExportPkcs8PrivateKey();
        var key = new SigningKey
        {
            Id = id,
            IssuerId = issuerId,
            Kid = RsaJwk.Thumbprint(rsa),
            Algorithm = SigningKey.Rs256,
            Purpose = purpose,
            PublicJwk = RsaJwk.PublicJwk(rsa, kid: null, withUse: false),
            PrivateWrapped = wrapping.Wrap(pkcs8, id),
            WrappingKeyId = wrapping.Id,
            CreatedAt = now,
        };
        CryptographicOperations.ZeroMemory(pkcs8);
        return key;
    }
}
