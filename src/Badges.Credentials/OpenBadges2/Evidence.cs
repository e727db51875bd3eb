namespace Badges.Credentials.OpenBadges2;

/// <summary>What shows that the criteria were met (Open Badges 2.0, Evidence).</summary>
public sealed record Evidence
{
    public string Type { get; } = "Evidence";

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Narrative { get; init; }

    public string? Description { get; init; }

    public string? Genre { get; init; }

    public string? Audience { get; init; }
}
