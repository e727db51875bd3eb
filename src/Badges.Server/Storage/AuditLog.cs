using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Badges.Server.Storage;

/// <summary>The journal: each line carries the hash of the one before, and is written with what it tells.</summary>
public static class AuditLog
{
    private const string FirstHash = "0000000000000000000000000000000000000000000000000000000000000000";
    private const string OrderedWriter = "select pg_advisory_xact_lock(5080)";

    public static async Task AppendAsync(Session session, AuditEntry entry, CancellationToken cancellationToken)
    {
        if (session.Connection is Npgsql.NpgsqlConnection)
        {
            await session.ExecuteAsync(OrderedWriter, null, cancellationToken);
        }

        var previous = await session.FindAsync<AuditHead>(
            "select sequence, hash from audit order by sequence desc limit 1", null, cancellationToken)
            ?? new AuditHead { Sequence = 0, Hash = FirstHash };
        var sequence = previous.Sequence + 1;
        var detail = JsonSerializer.Serialize(entry.Detail);
        await session.ExecuteAsync(
            """
            insert into audit (sequence, at, actor_kind, actor_id, action, subject_kind, subject_id,
                organization_id, detail_json, previous_hash, hash)
            values (@sequence, @At, @ActorKind, @ActorId, @Action, @SubjectKind, @SubjectId,
                @OrganizationId, @detail, @previousHash, @hash)
            """,
            new
            {
                sequence,
                entry.At,
                entry.ActorKind,
                entry.ActorId,
                entry.Action,
                entry.SubjectKind,
                entry.SubjectId,
                entry.OrganizationId,
                detail,
                previousHash = previous.Hash,
                hash = Hash(previous.Hash, sequence, entry, detail),
            },
            cancellationToken);
    }

    /// <summary>
    /// The first line whose hash does not follow from its content and the line before; null when none.
    /// </summary>
    public static async Task<long?> FindBreakAsync(Session session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<AuditRow>(
            """
            select sequence, at, actor_kind, actor_id, action, subject_kind, subject_id, organization_id,
                detail_json, previous_hash, hash
            from audit order by sequence
            """,
            null,
            cancellationToken);
        var previous = FirstHash;
        foreach (var row in rows)
        {
            if (row.PreviousHash != previous || row.Hash != Hash(previous, row.Sequence, row.Entry(), row.DetailJson))
            {
                return row.Sequence;
            }

            previous = row.Hash;
        }

        return null;
    }

    private static string Hash(string previous, long sequence, AuditEntry entry, string detail)
    {
        var at = entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond;
        var line = string.Join('\n', previous, sequence.ToString(CultureInfo.InvariantCulture),
            at.ToString(CultureInfo.InvariantCulture), entry.ActorKind, entry.ActorId, entry.Action,
            entry.SubjectKind, entry.SubjectId, entry.OrganizationId, detail);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }

    private sealed record AuditHead
    {
        public long Sequence { get; init; }
        public string Hash { get; init; } = FirstHash;
    }

    private sealed record AuditRow
    {
        public long Sequence { get; init; }
        public DateTimeOffset At { get; init; }
        public string ActorKind { get; init; } = "";
        public Guid? ActorId { get; init; }
        public string Action { get; init; } = "";
        public string SubjectKind { get; init; } = "";
        public Guid? SubjectId { get; init; }
        public Guid? OrganizationId { get; init; }
        public string DetailJson { get; init; } = "";
        public string PreviousHash { get; init; } = "";
        public string Hash { get; init; } = "";

        public AuditEntry Entry() => new()
        {
            At = At,
            ActorKind = ActorKind,
            ActorId = ActorId,
            Action = Action,
            SubjectKind = SubjectKind,
            SubjectId = SubjectId,
            OrganizationId = OrganizationId,
        };
    }
}
