using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.StatusLists;

/// <summary>
/// The signed list as it is published: signed again when a bit changed, and before its validity runs out.
/// </summary>
public sealed class PublishStatusList(
    StatusListStore lists,
    IssuerStore issuers,
    IssuerAddresses issuerAddresses,
    StatusListAddresses addresses,
    KeyRing keys,
    TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>How long a signed list holds, and how old it may be when it is handed out.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);
    public static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    /// <summary>The list in both its forms; null when there is no such list, or its issuer cannot sign.</summary>
    public async Task<SignedStatusList?> RunAsync(string publicId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            if (await lists.FindAsync(publicId, cancellationToken) is not { } list)
            {
                return null;
            }

            var published = list is { PublishedText: { } text, PublishedJwt: { } jwt }
                ? new SignedStatusList(text, jwt)
                : null;
            if (published is not null && now - list.PublishedAt < Freshness)
            {
                return published;
            }

            if (await SignAsync(list, now, cancellationToken) is not { } signed)
            {
                return published;
            }

            if (await lists.TryPublishAsync(list, signed, now, cancellationToken))
            {
                return signed;
            }
        }

        throw new InvalidOperationException("A status list changes faster than it can be signed.");
    }

    private async Task<SignedStatusList?> SignAsync(
        StatusList list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await issuers.FindByIdAsync(list.IssuerId, cancellationToken) is not { } issuer
            || await keys.FindAsync(issuer.Id, cancellationToken) is not { } signing)
        {
            return null;
        }

        var bits = BitstringStatusList.Empty(list.Length);
        foreach (var position in await lists.ListSetAsync(list.Id, cancellationToken))
        {
            BitstringStatusList.Set(bits, position);
        }

        var credential = new BitstringStatusListCredential
        {
            Id = addresses.List(list.PublicId),
            Issuer = issuer.Did,
            ValidFrom = now,
            ValidUntil = now + Validity,
            StatusPurpose = list.Purpose,
            EncodedList = BitstringStatusList.Encode(bits),
        };
        var json = credential.ToJson();
        var (embedded, jwt) = (signing.Ob3Embedded, signing.Ob3Jwt);
        return new(
            DataIntegrity.Sign(
                json,
                Cryptosuites.EddsaRdfc2022,
                embedded.Key,
                new() { VerificationMethod = IssuerAddresses.Method(issuer.Did, embedded.Kid), Created = now },
                BundledContexts.Documents),
            VcJwt.SignJson(json, jwt.Key, issuerAddresses.Key(issuer.Slug, jwt.Kid)));
    }
}

/// <summary>One list as it is published: with an embedded proof, and as a compact JWS.</summary>
public sealed record SignedStatusList(string Embedded, string Jwt);
