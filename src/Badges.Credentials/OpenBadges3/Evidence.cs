namespace Badges.Credentials.OpenBadges3;

/// <summary>What shows that the criteria were met (Open Badges 3.0, Evidence).</summary>
public sealed record Evidence
{
    public string? Id { get; init; }

    public IReadOnlyList<string> Type { get; init; } = ["Evidence"];

    public string? Name { get; init; }

    public string? Narrative { get; init; }

    public string? Description { get; init; }

    public string? Genre { get; init; }

    public string? Audience { get; init; }
}
