using System.Collections.Concurrent;
using System.Security.Cryptography;
using Badges.Credentials.Keys;
using Badges.Server.Secrets;
using Badges.Server.Storage;

namespace Badges.Server.Features.SigningKeys;

/// <summary>
/// The unwrapped private keys, alive and shared: reading one costs five times a signature. Which key is current is
/// asked of the database each time, because another process may have rotated it.
/// </summary>
public sealed class KeyRing(
    Database database, SigningKeyStore keys, NewSigningKey newKey, KeyWrapping wrapping, TimeProvider time)
    : IDisposable
{
    private readonly ConcurrentDictionary<Guid, ISigningKey> _unwrapped = new();

    /// <summary>The issuer's keys, or null when one is missing or was wrapped under another secret.</summary>
    public async Task<IssuerKeys?> FindAsync(Guid issuerId, CancellationToken cancellationToken)
    {
        var current = await keys.ListCurrentAsync(issuerId, cancellationToken);
        if (current.Count > 0 && current.All(key => key.Purpose != KeyPurpose.Ob3Embedded))
        {
            await AddEmbeddedAsync(issuerId, cancellationToken);
            current = await keys.ListCurrentAsync(issuerId, cancellationToken);
        }

        return TryOpen(current, KeyPurpose.Ob3Embedded) is { } embedded
            && TryOpen(current, KeyPurpose.Ob3Jwt) is { } jwt && TryOpen(current, KeyPurpose.Ob2) is { } ob2
                ? new IssuerKeys(embedded, jwt, ob2)
                : null;
    }

    /// <summary>The key ready to sign, or null when it was wrapped under another secret.</summary>
    public UsableKey? TryOpen(SigningKey key)
    {
        if (_unwrapped.TryGetValue(key.Id, out var known))
        {
            return new UsableKey(key.Id, key.Kid, known);
        }

        if (wrapping.TryUnwrap(key.PrivateWrapped, key.Id) is not { } pkcs8)
        {
            return null;
        }

        ISigningKey opened = key.IsMultikey ? Ed25519SigningKey.FromPkcs8(pkcs8) : RsaSigningKey.FromPkcs8(pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        var kept = _unwrapped.GetOrAdd(key.Id, opened);
        if (!ReferenceEquals(kept, opened))
        {
            opened.Dispose();
        }

        return new UsableKey(key.Id, key.Kid, kept);
    }

    public void Dispose()
    {
        foreach (var key in _unwrapped.Values)
        {
            key.Dispose();
        }
    }

    /// <summary>An issuer from before embedded proofs gets its key for them when it first signs again.</summary>
    private Task AddEmbeddedAsync(Guid issuerId, CancellationToken cancellationToken)
    {
        var key = newKey.Create(issuerId, KeyPurpose.Ob3Embedded, time.GetUtcNow());
        return database.WriteAsync(
            async session =>
            {
                if (await SigningKeyStore.TryInsertAsync(session, key, cancellationToken))
                {
                    await AuditLog.AppendAsync(
                        session,
                        new AuditEntry
                        {
                            At = key.CreatedAt,
                            ActorKind = "system",
                            Action = "issuer.key-added",
                            SubjectKind = "issuer",
                            SubjectId = issuerId,
                        },
                        cancellationToken);
                }
            },
            cancellationToken);
    }

    private UsableKey? TryOpen(IReadOnlyList<SigningKey> current, string purpose) =>
        current.LastOrDefault(key => key.Purpose == purpose) is { } key ? TryOpen(key) : null;
}
