using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>
/// Adds the embedded proof to awards from before there were any. What was signed before is not touched; interrupted, it
/// can be run once more.
/// </summary>
public sealed class SignMissing(
    Database database, IssuerStore issuers, KeyRing keyRing, SignedFormStore forms, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>How many awards were given the form.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var batch = await forms.ListUnembeddedAsync(BatchSize, cancellationToken);
            if (batch.Count == 0)
            {
                return total;
            }

            var signed = new List<SignedForm>(batch.Count);
            foreach (var form in batch)
            {
                signed.Add(await SignAsync(form, cancellationToken));
            }

            total += await database.WriteAsync(session => StoreAsync(session, signed, cancellationToken), cancellationToken);
        }
    }

    private async Task<SignedForm> SignAsync(UnembeddedForm form, CancellationToken cancellationToken)
    {
        var issuer = await issuers.FindByIdAsync(form.IssuerId, cancellationToken);
        var keys = await keyRing.FindAsync(form.IssuerId, cancellationToken);
        if (issuer is null || keys is null || Jws.TryRead(form.Text) is not { } jws)
        {
            throw new InvalidOperationException($"The award of {form.CredentialId} cannot be signed: no key, or no token.");
        }

        var now = time.GetUtcNow();
        var text = EmbedProof.Run(VcJwt.CredentialOf(jws), issuer, keys.Ob3Embedded, now);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            AwardId = form.AwardId,
            Kind = FormKind.Ob3Embedded,
            Generation = 1,
            CredentialId = form.CredentialId,
            KeyId = keys.Ob3Embedded.Id,
            Text = text,
            Sha256 = SignedForm.HashOf(text),
            SignedAt = now,
        };
    }

    private static async Task<int> StoreAsync(
        Session session, IReadOnlyList<SignedForm> signed, CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var form in signed)
        {
            stored += await SignedFormStore.TryInsertAsync(session, form, cancellationToken) ? 1 : 0;
        }

        return stored;
    }
}
