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

    /// <summary>Adds a form to an award that is still published; false when its key was replaced meanwhile, or another
    /// process has just added one of that kind.</summary>
    public static async Task<bool> TryAddAsync(Session session, SignedForm form, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into award_forms (id, award_id, kind, generation, credential_id, key_id, text, sha256, signed_at)
            select @Id, @AwardId, @Kind, @Generation, @CredentialId, @KeyId, @Text, @Sha256, @SignedAt
            from awards a join signing_keys k on k.id = @KeyId
            where a.id = @AwardId and (a.end_kind is null or a.end_kind in ('revoked', 'superseded'))
                and k.retired_at is null
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
    /// Forms to be signed again because their key was compromised: every signed assertion, and the credentials of
    /// awards from before the compromise. Those from after it stay as they are, and are told apart.
    /// </summary>
    public async Task<IReadOnlyList<SignedForm>> ListToSignAgainAsync(
        Guid issuerId, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<SignedForm>(
            """
            select f.id, f.award_id, f.kind, f.generation, f.credential_id, f.key_id, f.text, f.sha256, f.signed_at,
                f.replaced_at
            from award_forms f join signing_keys k on k.id = f.key_id join awards a on a.id = f.award_id
            where k.issuer_id = @issuerId and k.compromised_since is not null and f.replaced_at is null
                and (f.kind = 'ob2-signed'
                    or (f.kind in ('ob3-eddsa-rdfc', 'ob3-jwt') and a.awarded_at < k.compromised_since))
            order by f.id limit @limit
            """,
            new { issuerId, limit },
            cancellationToken);
    }

    /// <summary>
    /// Since when a key was compromised that signed one of the forms of an award from that instant or later; null for
    /// an award in good time, whenever its forms were signed again or added.
    /// </summary>
    public async Task<DateTimeOffset?> FindCompromiseAsync(Guid awardId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var found = await session.FindAsync<Compromise>(
            """
            select k.compromised_since
            from award_forms f join signing_keys k on k.id = f.key_id join awards a on a.id = f.award_id
            where f.award_id = @awardId and f.kind in ('ob3-eddsa-rdfc', 'ob3-jwt', 'ob2-signed')
                and a.awarded_at >= k.compromised_since
            order by k.compromised_since limit 1
            """,
            new { awardId },
            cancellationToken);
        return found?.CompromisedSince;
    }

    /// <summary>The tokens of awards without an embedded proof, in steps. Awards of which nothing is published any more
    /// are left alone, and those whose token is not trusted: it was signed when its key was in other hands, and no new
    /// key must vouch for it.</summary>
    public async Task<IReadOnlyList<UnembeddedForm>> ListUnembeddedAsync(
        Guid after, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<UnembeddedForm>(
            """
            select f.id, f.award_id, a.issuer_id, f.credential_id, f.text
            from award_forms f join awards a on a.id = f.award_id join signing_keys k on k.id = f.key_id
            where f.kind = 'ob3-jwt' and f.replaced_at is null and f.id > @after
                and (a.end_kind is null or a.end_kind in ('revoked', 'superseded'))
                and (k.compromised_since is null or a.awarded_at < k.compromised_since)
                and not exists (
                    select 1 from award_forms e where e.award_id = f.award_id and e.kind = 'ob3-eddsa-rdfc')
            order by f.id limit @limit
            """,
            new { after, limit },
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
    public required Guid Id { get; init; }
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
