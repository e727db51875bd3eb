using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>A badge in a list.</summary>
public sealed record BadgeSummaryResponse
{
    public required string Slug { get; init; }
    public required string Url { get; init; }
    public required string Name { get; init; }
    public required string PlainSentence { get; init; }
    public required string Audience { get; init; }
    public string? Sector { get; init; }
    public required string State { get; init; }
    public required int Number { get; init; }

    /// <summary>The public id of the version shown.</summary>
    public required string Version { get; init; }

    /// <summary>The address of the achievement; null as long as nothing is published.</summary>
    public string? Achievement { get; init; }

    public string? Picture { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }

    public static BadgeSummaryResponse From(BadgeSummary badge, BadgesOptions options)
    {
        var achievement = badge.State == VersionState.Published
            ? options.Address($"/achievements/{badge.PublicId}")
            : null;
        return new BadgeSummaryResponse
        {
            Slug = badge.Slug,
            Url = options.Address($"/badges/{badge.Slug}"),
            Name = badge.Name,
            PlainSentence = badge.PlainSentence,
            Audience = EnumText.Of(badge.Audience),
            Sector = badge.Sector,
            State = EnumText.Of(badge.State),
            Number = badge.Number,
            Version = badge.PublicId,
            Achievement = achievement,
            Picture = achievement is null ? null : achievement + ".png",
            PublishedAt = badge.PublishedAt,
            RetiredAt = badge.RetiredAt,
        };
    }
}
