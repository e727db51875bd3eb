namespace Badges.Server.Features.Awards;

/// <summary>One page of the awards that the person who looks may see.</summary>
public sealed record AwardListModel
{
    public required IReadOnlyList<AwardView> Awards { get; init; }

    /// <summary>There are awards of several structures, so each says whose it is.</summary>
    public bool ShowsStructures { get; init; }

    public string? FirstHref { get; init; }
    public string? NextHref { get; init; }
}
