using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.StatusLists;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>
/// Gives an issuer new keys. By schedule, only the keys of Open Badges 3.0 change and the old ones stay published.
/// After a compromise all keys are replaced and withdrawn, and what they signed in good time is signed again under
/// the same ids. It stands with the awards because it signs them again; interrupted, it can be run once more.
/// </summary>
public sealed class RotateKey(
    Database database,
    IssuerStore issuers,
    NewSigningKey newKey,
    KeyRing keyRing,
    SignedFormStore forms,
    SignAgain signAgain,
    TimeProvider time)
{
    private const int BatchSize = 100;

    public async Task<Result<KeyRotation, RotateKeyRefusal>> RunAsync(
        string slug, DateTimeOffset? compromisedSince, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (compromisedSince > now)
        {
            return RotateKeyRefusal.InstantInFuture;
        }

        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer)
        {
            return RotateKeyRefusal.IssuerNotFound;
        }

        var keys = newKey.CreateAll(
            issuer.Id, compromisedSince is null ? KeyPurpose.Ob3 : KeyPurpose.All, now);
        await database.WriteAsync(
            session => ReplaceAsync(session, issuer, keys, compromisedSince, now, cancellationToken),
            cancellationToken);
        var signedAgain = compromisedSince is null ? 0 : await SignAgainAsync(issuer, cancellationToken);
        string? KidOf(string purpose) => keys.FirstOrDefault(key => key.Purpose == purpose)?.Kid;
        return new KeyRotation(
            KidOf(KeyPurpose.Ob3Embedded)!, KidOf(KeyPurpose.Ob3Jwt)!, KidOf(KeyPurpose.Ob2), signedAgain);
    }

    private static async Task ReplaceAsync(
        Session session, Issuer issuer, IReadOnlyList<SigningKey> keys, DateTimeOffset? compromisedSince,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (compromisedSince is { } since)
        {
            await SigningKeyStore.MarkCompromisedAsync(session, issuer.Id, since, now, cancellationToken);
            await StatusListStore.UnpublishAsync(session, issuer.Id, cancellationToken);
        }
        else
        {
            foreach (var purpose in KeyPurpose.Ob3)
            {
                await SigningKeyStore.RetireAsync(session, issuer.Id, purpose, now, cancellationToken);
            }
        }

        foreach (var key in keys)
        {
            await SigningKeyStore.InsertAsync(session, key, cancellationToken);
        }

        await AuditLog.AppendAsync(
            session,
            new AuditEntry
            {
                At = now,
                ActorKind = "system",
                Action = compromisedSince is null ? "issuer.key-rotated" : "issuer.keys-compromised",
                SubjectKind = "issuer",
                SubjectId = issuer.Id,
                OrganizationId = issuer.OrganizationId,
            },
            cancellationToken);
    }

    private async Task<int> SignAgainAsync(Issuer issuer, CancellationToken cancellationToken)
    {
        var keys = await keyRing.FindAsync(issuer.Id, cancellationToken)
            ?? throw new InvalidOperationException("The issuer's new keys cannot be opened.");
        var total = 0;
        while (true)
        {
            var batch = await forms.ListToSignAgainAsync(issuer.Id, BatchSize, cancellationToken);
            if (batch.Count == 0)
            {
                return total;
            }

            var now = time.GetUtcNow();
            var renewed = batch.Select(form => (Old: form, New: signAgain.Run(form, issuer, keys, now))).ToList();
            await database.WriteAsync(
                async session =>
                {
                    foreach (var (old, next) in renewed)
                    {
                        if (await SignedFormStore.TryReplaceAsync(session, old.Id, now, cancellationToken))
                        {
                            await SignedFormStore.InsertAsync(session, next, cancellationToken);
                        }
                    }
                },
                cancellationToken);
            total += batch.Count;
        }
    }
}

/// <summary>The names of the new keys, and how many forms were signed again.</summary>
public sealed record KeyRotation(
    string Ob3EmbeddedKid, string Ob3JwtKid, string? Ob2Kid, int FormsSignedAgain);

public enum RotateKeyRefusal
{
    IssuerNotFound,
    InstantInFuture,
}
