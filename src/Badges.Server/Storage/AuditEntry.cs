namespace Badges.Server.Storage;

/// <summary>One line of the journal: who did what to which object. Ids and codes only, never a person's data.</summary>
public sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }
    public required string ActorKind { get; init; }
    public Guid? ActorId { get; init; }
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public Guid? SubjectId { get; init; }
    public Guid? OrganizationId { get; init; }
    public IReadOnlyDictionary<string, string> Detail { get; init; } = new Dictionary<string, string>();
}
