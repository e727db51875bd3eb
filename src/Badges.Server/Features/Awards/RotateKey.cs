using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.StatusLists;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>
/// Gives an issuer new keys. By schedule, only the key of Open Badges 3.0 changes and the old one stays published. After
/// a compromise both keys are replaced and withdrawn, and what they signed in good time is signed again under the same
/// ids. It stands with the awards because it signs them again; interrupted, it can be run once more.
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

        var ob3Jwt = newKey.Create(issuer.Id, KeyPurpose.Ob3Jwt, now);
        var ob2 = compromisedSince is null ? null : newKey.Create(issuer.Id, KeyPurpose.Ob2, now);
        await database.WriteAsync(
            session => ReplaceAsync(session, issuer, ob3Jwt, ob2, compromisedSince, now, cancellationToken),
            cancellationToken);
        var signedAgain = compromisedSince is null ? 0 : await SignAgainAsync(issuer, cancellationToken);
        return new KeyRotation(ob3Jwt.Kid, ob2?.Kid, signedAgain);
    }

    private static async Task ReplaceAsync(
        Session session, Issuer issuer, SigningKey ob3Jwt, SigningKey? ob2, DateTimeOffset? compromisedSince,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (compromisedSince is { } since)
        {
            await SigningKeyStore.MarkCompromisedAsync(session, issuer.Id, since, now, cancellationToken);
            await StatusListStore.UnpublishAsync(session, issuer.Id, cancellationToken);
        }
        else
        {
            await SigningKeyStore.RetireAsync(session, issuer.Id, KeyPurpose.Ob3Jwt, now, cancellationToken);
        }

        await SigningKeyStore.InsertAsync(session, ob3Jwt, cancellationToken);
        if (ob2 is not null)
        {
            await SigningKeyStore.InsertAsync(session, ob2, cancellationToken);
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
public sealed record KeyRotation(string Ob3JwtKid, string? Ob2Kid, int FormsSignedAgain);

public enum RotateKeyRefusal
{
    IssuerNotFound,
    InstantInFuture,
}
