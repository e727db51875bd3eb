using System.Collections.Concurrent;
using Badges.Credentials.Keys;
using Badges.Server.Secrets;

namespace Badges.Server.Features.SigningKeys;

/// <summary>
/// The unwrapped private keys, alive and shared: reading one costs five times a signature. Which key is current is
/// asked of the database each time, because another process may have rotated it.
/// </summary>
public sealed class KeyRing(SigningKeyStore keys, KeyWrapping wrapping) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, RsaSigningKey> _unwrapped = new();

    /// <summary>The issuer's keys, or null when one is missing or was wrapped under another secret.</summary>
    public async Task<IssuerKeys?> FindAsync(Guid issuerId, CancellationToken cancellationToken)
    {
        var current = await keys.ListCurrentAsync(issuerId, cancellationToken);
        return TryOpen(current, KeyPurpose.Ob3Jwt) is { } ob3Jwt && TryOpen(current, KeyPurpose.Ob2) is { } ob2
            ? new IssuerKeys(ob3Jwt, ob2)
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

        var opened = RsaSigningKey.FromPkcs8(pkcs8);
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

    private UsableKey? TryOpen(IReadOnlyList<SigningKey> current, string purpose) =>
        current.LastOrDefault(key => key.Purpose == purpose) is { } key ? TryOpen(key) : null;
}
