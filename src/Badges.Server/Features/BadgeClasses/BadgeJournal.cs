using Badges.Server.Callers;
using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Tells the journal what was done to a badge, and by whom.</summary>
public static class BadgeJournal
{
    public static Task AppendAsync(
        Session session, Caller caller, string action, Badge badge, DateTimeOffset now, int? version,
        CancellationToken cancellationToken) =>
        AuditLog.AppendAsync(
            session,
            new AuditEntry
            {
                At = now,
                ActorKind = caller.Kind switch
                {
                    CallerKind.Account => "account",
                    CallerKind.ApiKey => "api-key",
                    _ => "system",
                },
                ActorId = caller.Id,
                Action = action,
                SubjectKind = "badge",
                SubjectId = badge.Id,
                OrganizationId = badge.OwnerOrganizationId,
                Detail = version is { } number
                    ? new Dictionary<string, string> { ["version"] = $"{number}" }
                    : new Dictionary<string, string>(),
            },
            cancellationToken);
}
