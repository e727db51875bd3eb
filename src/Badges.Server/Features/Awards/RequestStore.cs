using Badges.Server.Callers;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>Requests that named themselves, so that the same request twice has one effect and one answer.</summary>
public sealed class RequestStore(Database database)
{
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public async Task<StoredRequest?> FindAsync(
        Caller caller, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<StoredRequest>(
            """
            select requests.body_sha256, requests.refusal, awards.public_id as award_public_id
            from requests left join awards on awards.id = requests.result_award_id
            where requests.caller_kind = @kind and requests.caller_id = @Id
                and requests.idempotency_key = @key and requests.received_at >= @oldest
            """,
            new { kind = EnumText.Of(caller.Kind), caller.Id, key, oldest = now - Memory },
            cancellationToken);
    }

    /// <summary>
    /// Keeps the answer; false when the same key has been answered meanwhile. A forgotten key is free again.
    /// </summary>
    public static async Task<bool> TryInsertAsync(
        Session session, Caller caller, RequestMark mark, Guid? awardId, AwardRefusal? refusal, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into requests (id, caller_kind, caller_id, idempotency_key, body_sha256, received_at,
                result_award_id, refusal)
            values (@id, @kind, @callerId, @Key, @BodySha256, @now, @awardId, @refusal)
            on conflict (caller_kind, caller_id, idempotency_key) do update
            set body_sha256 = @BodySha256, received_at = @now, result_award_id = @awardId, refusal = @refusal
            where requests.received_at < @oldest
            """,
            new
            {
                id = Guid.CreateVersion7(now),
                kind = EnumText.Of(caller.Kind),
                callerId = caller.Id,
                mark.Key,
                mark.BodySha256,
                now,
                awardId,
                refusal = refusal?.ToString(),
                oldest = now - Memory,
            },
            cancellationToken);
        return rows == 1;
    }

    /// <summary>False when the same key has been answered meanwhile.</summary>
    public Task<bool> TryKeepRefusalAsync(
        Caller caller, RequestMark mark, AwardRefusal refusal, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => TryInsertAsync(session, caller, mark, null, refusal, now, cancellationToken),
            cancellationToken);
}

/// <summary>What was answered to a request.</summary>
public sealed record StoredRequest
{
    public required string BodySha256 { get; init; }
    public string? Refusal { get; init; }
    public string? AwardPublicId { get; init; }
}
