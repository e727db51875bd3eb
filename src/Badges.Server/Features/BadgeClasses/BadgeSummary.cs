namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// A badge as it stands in lists: its newest published version, or its draft when nothing is published.
/// </summary>
public sealed record BadgeSummary
{
    public required string Slug { get; init; }
    public required BadgeAudience Audience { get; init; }
    public string? Sector { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
    public required string PublicId { get; init; }
    public required int Number { get; init; }
    public required VersionState State { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public bool HasPicture { get; init; }

    /// <summary>A draft waits beside the published version, or stands alone.</summary>
    public bool HasDraft { get; init; }

    public required string Name { get; init; }
    public required string PlainSentence { get; init; }
    public string? EnglishName { get; init; }
    public string? EnglishPlainSentence { get; init; }
}
