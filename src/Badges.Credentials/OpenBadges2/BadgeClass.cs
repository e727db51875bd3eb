namespace Badges.Credentials.OpenBadges2;

/// <summary>A badge as one issuer offers it (Open Badges 2.0, BadgeClass).</summary>
public sealed record BadgeClass
{
    public string Type { get; } = "BadgeClass";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The address of the picture.</summary>
    public required string Image { get; init; }

    public required Criteria Criteria { get; init; }

    /// <summary>The address of the issuer's profile.</summary>
    public required string Issuer { get; init; }

    public IReadOnlyList<AlignmentObject> Alignment { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Version { get; init; }

    public string ToJson() => CredentialJson.Document(OpenBadges2Context.Address, this);
}
