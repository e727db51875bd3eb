namespace Badges.Credentials.OpenBadges3;

/// <summary>The recipient, as the credential names it, and what was achieved; an id or one identifier is mandatory
/// (Open Badges 3.0, AchievementSubject).</summary>
public sealed record AchievementSubject
{
    /// <summary>An identifier of the recipient for this credential: here a random <c>urn:uuid:</c> per award.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<string> Type { get; init; } = ["AchievementSubject"];

    public IReadOnlyList<IdentityObject> Identifier { get; init; } = [];

    public DateTimeOffset? ActivityStartDate { get; init; }

    public DateTimeOffset? ActivityEndDate { get; init; }

    public string? Narrative { get; init; }

    public string? Role { get; init; }

    public required Achievement Achievement { get; init; }
}
