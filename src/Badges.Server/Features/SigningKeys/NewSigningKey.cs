using System.Security.Cryptography;
using Badges.Credentials.Keys;
using Badges.Server.Secrets;

namespace Badges.Server.Features.SigningKeys;

/// <summary>Makes keys. Their private part never leaves this process unwrapped.</summary>
public sealed class NewSigningKey(KeyWrapping wrapping)
{
    private const int RsaBits = 2048;
    private const int SeedLength = 32;

    /// <summary>A key for each of the purposes.</summary>
    public IReadOnlyList<SigningKey> CreateAll(Guid issuerId, IEnumerable<string> purposes, DateTimeOffset now) =>
        [.. purposes.Select(purpose => Create(issuerId, purpose, now))];

    public SigningKey Create(Guid issuerId, string purpose, DateTimeOffset now)
    {
        if (purpose != KeyPurpose.Ob3Embedded)
        {
            using var rsa = RSA.Create(RsaBits);
            using var rsaKey = new RsaSigningKey(rsa);
            return Wrap(rsaKey, rsaKey.Thumbprint, RsaJwk.PublicJwk(rsa, kid: null, withUse: false), issuerId, purpose, now);
        }

        var seed = RandomNumberGenerator.GetBytes(SeedLength);
        using var key = Ed25519SigningKey.FromSeed(seed);
        CryptographicOperations.ZeroMemory(seed);
        return Wrap(key, key.Multikey, key.PublicJwk(kid: null), issuerId, purpose, now);
    }

    private SigningKey Wrap(
        ISigningKey key, string kid, string publicJwk, Guid issuerId, string purpose, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var pkcs8 = key.ExportPkcs8();
        var row = new SigningKey
        {
            Id = id,
            IssuerId = issuerId,
            Kid = kid,
            Algorithm = key.Algorithm,
            Purpose = purpose,
            PublicJwk = publicJwk,
            PrivateWrapped = wrapping.Wrap(pkcs8, id),
            WrappingKeyId = wrapping.Id,
            CreatedAt = now,
        };
        CryptographicOperations.ZeroMemory(pkcs8);
        return row;
    }
}
