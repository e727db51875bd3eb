using Microsoft.Net.Http.Headers;

namespace Badges.Server.Publication;

/// <summary>
/// Takes the cookie out of answers that others may keep, whoever added it: the session's renewal is added when the
/// answer starts. This middleware stands first, so that its callback runs last.
/// </summary>
public static class CookielessAnswers
{
    private static readonly object Marker = new();

    public static IApplicationBuilder UseCookielessAnswers(this IApplicationBuilder app) =>
        app.Use(static (context, next) =>
        {
            context.Response.OnStarting(RemoveCookies, context);
            return next(context);
        });

    public static void Mark(HttpContext context) => context.Items[Marker] = true;

    private static Task RemoveCookies(object state)
    {
        var context = (HttpContext)state;
        if (context.Items.ContainsKey(Marker))
        {
            context.Response.Headers.Remove(HeaderNames.SetCookie);
        }

        return Task.CompletedTask;
    }
}
