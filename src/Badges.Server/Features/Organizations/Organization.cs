namespace Badges.Server.Features.Organizations;

/// <summary>A structure: the network itself, a SIAE, or a partner.</summary>
public sealed record Organization
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required OrganizationKind Kind { get; init; }
    public string? Siren { get; init; }
    public string? Siret { get; init; }
    public required string Name { get; init; }
    public string? LegalName { get; init; }
    public string? Town { get; init; }
    public string? Department { get; init; }
    public string? PublicEmail { get; init; }
    public string? PublicPhone { get; init; }
    public string? Website { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateOnly? ClosedOn { get; init; }

    public bool IsClosed(DateOnly day) => ClosedOn is { } closedOn && closedOn <= day;
}

/// <summary>What kind of structure: the five kinds of SIAE of the code du travail, and those that are none.</summary>
public enum OrganizationKind
{
    Network,
    Aci,
    Ai,
    Ei,
    Eiti,
    Etti,
    Partner,
}
