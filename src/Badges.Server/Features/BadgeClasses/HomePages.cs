using Badges.Server.Web;
using Badges.Server.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The front page: the verification box, and a few badges of the catalogue.</summary>
public static class HomePages
{
    private const int MostBadges = 4;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", ShowAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<RazorComponentResult> ShowAsync(
        Viewer viewer, BadgeStore badges, CancellationToken cancellationToken)
    {
        var published = await badges.ListPublishedAsync(cancellationToken);
        var newest = published.OrderByDescending(badge => badge.PublishedAt).ThenBy(badge => badge.Slug)
            .Take(MostBadges);
        return HomePage.Show(viewer, new HomeModel
        {
            Badges = [.. newest.Select(badge => CatalogModel.CardOf(badge, viewer.Language))],
        });
    }
}
