namespace Badges.Credentials.OpenBadges2;

/// <summary>How the badge is earned: an address, a Markdown text or both (Open Badges 2.0, Criteria).</summary>
public sealed record Criteria
{
    public string Type { get; } = "Criteria";

    public string? Id { get; init; }

    public string? Narrative { get; init; }
}
