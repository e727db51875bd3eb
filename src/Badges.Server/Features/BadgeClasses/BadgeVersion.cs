using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What a badge says at one time. Once published it never changes: credentials point to it.</summary>
public sealed record BadgeVersion
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required Guid BadgeId { get; init; }
    public required int Number { get; init; }
    public required VersionState State { get; init; }

    /// <summary>A term of the vocabulary of Open Badges 3.0, such as <c>Competency</c>.</summary>
    public required string AchievementType { get; init; }

    /// <summary>How long an award holds; null: for ever.</summary>
    public int? ValidMonths { get; init; }

    public Guid? ImageId { get; init; }

    /// <summary>The badge's sector at the moment of publication, which is what credentials carry.</summary>
    public string? Tag { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
    public Guid? PublishedBy { get; init; }
    public string? ContentSha256 { get; init; }

    public required IReadOnlyDictionary<Language, BadgeText> Texts { get; init; }
    public required IReadOnlyList<BadgeCriterion> Criteria { get; init; }
    public required IReadOnlyList<EvidenceRule> EvidenceRules { get; init; }
    public required IReadOnlyList<BadgeAlignment> Alignments { get; init; }

    public bool IsPublished => State == VersionState.Published;

    public BadgeText French => Texts[Language.French];

    /// <summary>The texts in that language, or in French when they were not translated.</summary>
    public BadgeText In(Language language) => Texts.TryGetValue(language, out var text) ? text : French;
}

public enum VersionState
{
    Draft,
    Published,
}
