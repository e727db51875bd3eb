using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.Registry;

/// <summary>The network's own registry as it stands now.</summary>
public sealed record OwnRegistry
{
    public const string DocumentPath = "/registry.json";

    /// <summary>Host and port of this installation, the present one and former ones.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>The network's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its document stands.</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<RegisteredStructure> Structures { get; init; }

    public RegisteredStructure? Network =>
        Structures.FirstOrDefault(structure => structure.Organization.Kind == OrganizationKind.Network);
}
