using Badges.Server.Callers;
using Badges.Server.Features.StatusLists;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>Takes a badge back. It stays published, and says so; there is no way back.</summary>
public sealed class RevokeAward(AwardStore awards, Database database, TimeProvider time)
{
    public sealed record Command
    {
        public required Caller Caller { get; init; }
        public required string PublicId { get; init; }
        public required RevocationReason Reason { get; init; }

        /// <summary>For the structure only.</summary>
        public string? Note { get; init; }
    }

    public async Task<Result<Award, RevocationRefusal>> RunAsync(
        Command command, CancellationToken cancellationToken)
    {
        var award = await awards.FindAsync(command.PublicId, cancellationToken);
        if (award is null || !command.Caller.MayAwardFor(award.OrganizationId))
        {
            return RevocationRefusal.AwardNotFound;
        }

        var now = time.GetUtcNow();
        var isEnded = await database.WriteAsync(
            async session =>
            {
                if (!await AwardStore.TryRevokeAsync(
                    session, award.Id, command.Reason, command.Note, command.Caller.Id, now, cancellationToken))
                {
                    return false;
                }

                await StatusListStore.SetAsync(session, award.Id, now, cancellationToken);
                await AuditLog.AppendAsync(
                    session,
                    AwardAudit.Revoked(award, command.Caller, command.Reason, now),
                    cancellationToken);
                return true;
            },
            cancellationToken);
        return isEnded
            ? award with { EndedAt = now, EndKind = AwardEnd.Revoked, EndReason = EnumText.Of(command.Reason) }
            : RevocationRefusal.AwardAlreadyEnded;
    }
}

public enum RevocationRefusal
{
    AwardNotFound,
    AwardAlreadyEnded,
}
