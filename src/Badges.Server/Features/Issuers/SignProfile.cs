using System.Collections.Concurrent;
using Badges.Credentials.Contexts;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Issuers;

/// <summary>
/// The profile of a structure with its own proof, made once for what it says and the key that signs. A structure that
/// has signed nothing yet has no key: its profile is without. It names the context of Data Integrity too: that of
/// credentials knows <c>proof</c> in credentials only, and a proof that the contexts do not know would be dropped.
/// </summary>
public sealed class SignProfile(KeyRing keys, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Signed> _signed = [];

    public async Task<string> RunAsync(Issuer? issuer, Profile profile, CancellationToken cancellationToken)
    {
        if (issuer is null || await keys.FindAsync(issuer.Id, cancellationToken) is not { Ob3Embedded: var key })
        {
            return profile.ToJson();
        }

        var unsigned = profile.ToJson(KnownContexts.DataIntegrity2);
        if (_signed.TryGetValue(issuer.Id, out var known) && known.KeyId == key.Id && known.Unsigned == unsigned)
        {
            return known.Text;
        }

        var text = DataIntegrity.Sign(
            unsigned,
            Cryptosuites.EddsaRdfc2022,
            key.Key,
            new() { VerificationMethod = IssuerAddresses.Method(issuer.Did, key.Kid), Created = time.GetUtcNow() },
            BundledContexts.Documents);
        _signed[issuer.Id] = new(key.Id, unsigned, text);
        return text;
    }

    private sealed record Signed(Guid KeyId, string Unsigned, string Text);
}
