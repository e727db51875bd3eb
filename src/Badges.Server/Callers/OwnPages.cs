using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Callers;

/// <summary>
/// Keeps the pages of other sites from using the session of whoever looks at them. Forms carry a token; the API's
/// posts do not, and the browser says itself where a request comes from (Fetch Metadata, <c>Sec-Fetch-Site</c>).
/// </summary>
public static class OwnPages
{
    public const string Code = "CrossSiteRequest";
    private const string Header = "Sec-Fetch-Site";

    /// <summary>For a group of the API: a session changes nothing for a page that is not ours.</summary>
    public static TBuilder RefuseOtherSites<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter<TBuilder>((invocation, next) => IsForged(invocation.HttpContext)
            ? ValueTask.FromResult<object?>(Refuse(Viewer.Of(invocation.HttpContext)))
            : next(invocation));

    /// <summary>Programs with a key send no cookie, and old browsers no header: both go on.</summary>
    private static bool IsForged(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && Caller.From(context.User).Kind == CallerKind.Account
        && context.Request.Headers.TryGetValue(Header, out var site)
        && site.ToString() is not ("same-origin" or "none");

    private static ProblemHttpResult Refuse(Viewer viewer) => Problems.Create(
        StatusCodes.Status403Forbidden,
        Code,
        viewer.Pick(
            "Cette demande vient de la page d'un autre site.", "This request comes from another site's page."));
}
