using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Web;

/// <summary>Keeps the language that the person chose, and goes back to where they were.</summary>
public static class LanguageChoice
{
    public static void MapLanguageChoice(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/langue/{code}", Choose).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The link that changes the language and comes back to the page.</summary>
    public static string AddressOf(Language language, string path) =>
        $"/langue/{language.Code()}?retour={Uri.EscapeDataString(path)}";

    private static Results<RedirectHttpResult, NotFound> Choose(HttpContext context, string code, string? retour)
    {
        if (Languages.FromCode(code) is null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(Languages.CookieName, code, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return TypedResults.LocalRedirect(LocalPath.OrHome(retour));
    }
}
