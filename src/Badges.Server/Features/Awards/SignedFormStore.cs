using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>
/// The signed texts, byte for byte. A newer generation replaces one for readers; the older one is kept.
/// </summary>
public sealed class SignedFormStore(Database database)
{
    /// <summary>The form in its newest generation.</summary>
    public async Task<SignedForm?> FindAsync(Guid awardId, string kind, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<SignedForm>(
            """
            select id, award_id, kind, generation, credential_id, key_id, text, sha256, signed_at, replaced_at
            from award_forms where award_id = @awardId and kind = @kind and replaced_at is null
            order by generation desc limit 1
            """,
            new { awardId, kind },
            cancellationToken);
    }

    /// <summary>Stores the form; false when another process has just stored one of its kind and generation.</summary>
    public static async Task<bool> TryInsertAsync(Session session, SignedForm form, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into award_forms (id, award_id, kind, generation, credential_id, key_id, text, sha256, signed_at)
            values (@Id, @AwardId, @Kind, @Generation, @CredentialId, @KeyId, @Text, @Sha256, @SignedAt)
            on conflict (award_id, kind, generation) do nothing
            """,
            form,
            cancellationToken);
        return rows == 1;
    }

    public static Task InsertAsync(Session session, SignedForm form, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into award_forms (id, award_id, kind, generation, credential_id, key_id, text, sha256, signed_at)
            values (@Id, @AwardId, @Kind, @Generation, @CredentialId, @KeyId, @Text, @Sha256, @SignedAt)
            """,
            form,
            cancellationToken);

    /// <summary>Marks a form as replaced; false when it was already.</summary>
    public static async Task<bool> TryReplaceAsync(
        Session session, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            "update award_forms set replaced_at = @now where id = @id and replaced_at is null",
            new { id, now },
            cancellationToken);
        return rows == 1;
    }

    /// <summary>
    /// Forms to be signed again because their key was compromised: every signed assertion, and the credentials that
    /// were signed before the compromise. What was signed after it stays as it is, and is told apart.
    /// </summary>
    public async Task<IReadOnlyList<SignedForm>> ListToSignAgainAsync(
        Guid issuerId, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<SignedForm>(
            """
            select f.id, f.award_id, f.kind, f.generation, f.credential_id, f.key_id, f.text, f.sha256, f.signed_at,
                f.replaced_at
            from award_forms f join signing_keys k on k.id = f.key_id
            where k.issuer_id = @issuerId and k.compromised_since is not null and f.replaced_at is null
                and (f.kind = 'ob2-signed'
                    or (f.kind in ('ob3-eddsa-rdfc', 'ob3-jwt') and f.signed_at < k.compromised_since))
            order by f.id limit @limit
            """,
            new { issuerId, limit },
            cancellationToken);
    }

    /// <summary>
    /// Since when the key was compromised that signed one of the award's forms at that instant or later; null for an
    /// award whose signatures were all made in good time.
    /// </summary>
    public async Task<DateTimeOffset?> FindCompromiseAsync(Guid awardId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var found = await session.FindAsync<Compromise>(
            """
            select k.compromised_since
            from award_forms f join signing_keys k on k.id = f.key_id
            where f.award_id = @awardId and f.kind in ('ob3-eddsa-rdfc', 'ob3-jwt', 'ob2-signed')
                and f.signed_at >= k.compromised_since
            order by k.compromised_since limit 1
            """,
            new { awardId },
            cancellationToken);
        return found?.CompromisedSince;
    }

    /// <summary>The tokens of awards that have no embedded proof: they were made before there were any. Awards of which
    /// nothing is published any more are left alone.</summary>
    public async Task<IReadOnlyList<UnembeddedForm>> ListUnembeddedAsync(int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<UnembeddedForm>(
            """
            select f.award_id, a.issuer_id, f.credential_id, f.text
            from award_forms f join awards a on a.id = f.award_id
            where f.kind = 'ob3-jwt' and f.replaced_at is null
                and (a.end_kind is null or a.end_kind in ('revoked', 'superseded'))
                and not exists (
                    select 1 from award_forms e where e.award_id = f.award_id and e.kind = 'ob3-eddsa-rdfc')
            order by f.id limit @limit
            """,
            new { limit },
            cancellationToken);
    }

    /// <summary>The ids of an issuer's signed assertions whose awards were taken back, with the reason.</summary>
    public async Task<IReadOnlyList<RevokedForm>> ListRevokedAsync(Guid issuerId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<RevokedForm>(
            """
            select f.credential_id, a.end_reason
            from awards a join award_forms f on f.award_id = a.id
            where a.issuer_id = @issuerId and a.end_kind in ('revoked', 'superseded')
                and f.kind = 'ob2-signed' and f.replaced_at is null
            order by a.ended_at, f.id
            """,
            new { issuerId },
            cancellationToken);
    }

    private sealed record Compromise
    {
        public DateTimeOffset? CompromisedSince { get; init; }
    }
}

/// <summary>The token of an award that has no embedded proof yet.</summary>
public sealed record UnembeddedForm
{
    public required Guid AwardId { get; init; }
    public required Guid IssuerId { get; init; }
    public required string CredentialId { get; init; }
    public required string Text { get; init; }
}

public sealed record RevokedForm
{
    public required string CredentialId { get; init; }
    public string? EndReason { get; init; }
}
