using Badges.Server.Features.Organizations;
using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>A badge as the API tells it: its published version and, for the network, its draft.</summary>
public sealed record BadgeResponse
{
    public required string Slug { get; init; }
    public required string Url { get; init; }
    public required string Audience { get; init; }
    public string? Sector { get; init; }
    public required string AwardPolicy { get; init; }

    /// <summary>Slugs of the structures listed today; told to the network only.</summary>
    public IReadOnlyList<string>? Awarders { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The newest published version, or the published one that was named.</summary>
    public VersionResponse? Version { get; init; }

    /// <summary>What is being prepared; told to the network only.</summary>
    public VersionResponse? Draft { get; init; }

    public static BadgeResponse From(BadgeView view, BadgesOptions options) => new()
    {
        Slug = view.Badge.Slug,
        Url = options.Address($"/badges/{view.Badge.Slug}"),
        Audience = EnumText.Of(view.Badge.Audience),
        Sector = view.Badge.Sector,
        AwardPolicy = EnumText.Of(view.Badge.AwardPolicy),
        Awarders = view.Awarders is { } awarders ? [.. awarders.Select(structure => structure.Slug)] : null,
        CreatedAt = view.Badge.CreatedAt,
        RetiredAt = view.Badge.RetiredAt,
        Version = view.Published is { } published ? VersionResponse.From(published, options) : null,
        Draft = view.Draft is { } draft ? VersionResponse.From(draft, options) : null,
    };
}

/// <summary>All that a badge's reader may see of it.</summary>
public sealed record BadgeView
{
    public required Badge Badge { get; init; }
    public BadgeVersion? Published { get; init; }
    public BadgeVersion? Draft { get; init; }
    public IReadOnlyList<Organization>? Awarders { get; init; }
}
