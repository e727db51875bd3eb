namespace Badges.Credentials.OpenBadges3;

/// <summary>How the achievement is earned: an address, a Markdown text or both (Open Badges 3.0,
/// Criteria).</summary>
public sealed record Criteria
{
    public string? Id { get; init; }

    public string? Narrative { get; init; }
}
