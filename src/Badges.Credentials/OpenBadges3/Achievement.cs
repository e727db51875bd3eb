namespace Badges.Credentials.OpenBadges3;

/// <summary>What can be earned, and by which criteria (Open Badges 3.0, Achievement).</summary>
public sealed record Achievement
{
    /// <summary>The address of this version of the achievement.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<string> Type { get; init; } = ["Achievement"];

    /// <summary>A term of the standard's vocabulary, or one that starts with <c>ext:</c>.</summary>
    public string? AchievementType { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Criteria Criteria { get; init; }

    public Image? Image { get; init; }

    public string? HumanCode { get; init; }

    public string? FieldOfStudy { get; init; }

    public string? Specialization { get; init; }

    public IReadOnlyList<Alignment> Alignment { get; init; } = [];

    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>A BCP 47 language tag: <c>fr</c>, <c>fr-FR</c>.</summary>
    public string? InLanguage { get; init; }

    public string? Version { get; init; }

    /// <summary>Who wrote the achievement, when that is not the issuer of the credential.</summary>
    public Profile? Creator { get; init; }

    /// <summary>The achievement as a document of its own, contexts first.</summary>
    public string ToJson() => CredentialJson.Document(OpenBadges3Context.All, this);
}
