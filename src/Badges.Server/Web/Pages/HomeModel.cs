using Badges.Server.Web.Components;

namespace Badges.Server.Web.Pages;

/// <summary>What the home page shows beside its texts: a few badges of the catalogue.</summary>
public sealed record HomeModel
{
    public IReadOnlyList<BadgeCardModel> Badges { get; init; } = [];
}
