using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.Registry;

/// <summary>What the registry says of a structure: its names, and when the network recognised it.</summary>
public sealed record RegisteredStructure
{
    public required Organization Organization { get; init; }
    public required IReadOnlyList<OrganizationPeriod> Periods { get; init; }

    public IEnumerable<string> Names => Organization.LegalName is { } legal
        ? [Organization.Name, legal]
        : [Organization.Name];

    public bool IsRecognised(DateOnly day) => Periods.Any(period => period.Includes(day));
}
