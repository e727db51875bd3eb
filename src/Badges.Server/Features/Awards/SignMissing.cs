using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>
/// Adds the embedded proof to awards from before there were any, those that were taken back too. What was signed before
/// is not touched; interrupted, it can be run once more, and several may run at once.
/// </summary>
public sealed class SignMissing(
    Database database, IssuerStore issuers, KeyRing keyRing, SignedFormStore forms, TimeProvider time)
{
    private const int BatchSize = 100;

    public async Task<MissingSigned> RunAsync(CancellationToken cancellationToken)
    {
        var signed = 0;
        Pass pass;
        do
        {
            pass = await PassAsync(cancellationToken);
            signed += pass.Signed;
        }
        while (pass.Lost > 0);

        return new(signed, pass.Left);
    }

    private async Task<Pass> PassAsync(CancellationToken cancellationToken)
    {
        var pass = new Pass(0, 0, 0);
        var after = Guid.Empty;
        while (await forms.ListUnembeddedAsync(after, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            var made = new List<AddedForm>(batch.Count);
            foreach (var ofIssuer in batch.GroupBy(form => form.IssuerId))
            {
                made.AddRange(await SignAsync(ofIssuer.Key, ofIssuer, cancellationToken));
            }

            var stored = await database.WriteAsync(
                session => StoreAsync(session, made, cancellationToken), cancellationToken);
            pass = new(pass.Signed + stored, pass.Lost + made.Count - stored, pass.Left + batch.Count - made.Count);
            after = batch[^1].Id;
        }

        return pass;
    }

    /// <summary>Nothing for an issuer whose keys do not open.</summary>
    private async Task<IReadOnlyList<AddedForm>> SignAsync(
        Guid issuerId, IEnumerable<UnembeddedForm> batch, CancellationToken cancellationToken) =>
        await issuers.FindByIdAsync(issuerId, cancellationToken) is { } issuer
        && await keyRing.FindAsync(issuerId, cancellationToken) is { Ob3Embedded: var key }
            ? [.. batch.Select(form => Sign(form, issuer, key, time.GetUtcNow()))]
            : [];

    private static AddedForm Sign(UnembeddedForm form, Issuer issuer, UsableKey key, DateTimeOffset now)
    {
        var jws = Jws.TryRead(form.Text)
            ?? throw new InvalidOperationException($"The stored form {form.Id} is not a JWS.");
        var text = EmbedProof.Run(VcJwt.CredentialOf(jws), issuer, key, now);
        return new(issuer, new()
        {
            Id = Guid.CreateVersion7(now),
            AwardId = form.AwardId,
            Kind = FormKind.Ob3Embedded,
            Generation = 1,
            CredentialId = form.CredentialId,
            KeyId = key.Id,
            Text = text,
            Sha256 = SignedForm.HashOf(text),
            SignedAt = now,
        });
    }

    private static async Task<int> StoreAsync(
        Session session, IReadOnlyList<AddedForm> made, CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var (issuer, form) in made)
        {
            if (await SignedFormStore.TryAddAsync(session, form, cancellationToken))
            {
                await AuditLog.AppendAsync(
                    session, AwardAudit.FormAdded(form, issuer.OrganizationId), cancellationToken);
                stored++;
            }
        }

        return stored;
    }

    private sealed record AddedForm(Issuer Issuer, SignedForm Form);

    /// <summary>All awards that lack the form, once.</summary>
    /// <param name="Lost">Forms that were not stored: another process was faster, or their key was replaced.</param>
    /// <param name="Left">Awards that could not be signed.</param>
    private sealed record Pass(int Signed, int Lost, int Left);
}

/// <summary>How many awards were given the form, and how many lack it still because no key of their structure opens.
/// </summary>
public sealed record MissingSigned(int Signed, int Left);
