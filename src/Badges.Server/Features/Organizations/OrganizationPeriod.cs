namespace Badges.Server.Features.Organizations;

/// <summary>From when to when the network recognises a structure: a badge is judged as of its own date.</summary>
public sealed record OrganizationPeriod
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateOnly RecognisedFrom { get; init; }
    public DateOnly? RecognisedTo { get; init; }
    public required string Source { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public Guid? RecordedBy { get; init; }

    public bool Includes(DateOnly day) => RecognisedFrom <= day && (RecognisedTo is not { } to || day <= to);
}
