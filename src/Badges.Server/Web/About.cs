using Badges.Server.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Web;

/// <summary>The pages that explain the service itself.</summary>
public static class About
{
    public static void MapAbout(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/aide", ShowHelp);
        pages.MapGet("/confidentialite", ShowPrivacy);
        pages.MapGet("/mentions-legales", ShowLegalNotice);
    }

    private static RazorComponentResult ShowHelp(Viewer viewer, IConfiguration settings) =>
        HelpPage.Show(viewer, AboutModel.From(settings));

    private static RazorComponentResult ShowPrivacy(Viewer viewer, IConfiguration settings) =>
        PrivacyPage.Show(viewer, AboutModel.From(settings));

    private static RazorComponentResult ShowLegalNotice(Viewer viewer, IConfiguration settings) =>
        LegalNoticePage.Show(viewer, AboutModel.From(settings));
}
