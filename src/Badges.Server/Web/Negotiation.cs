namespace Badges.Server.Web;

/// <summary>Whether an answer that no endpoint wrote should be a page or a problem document.</summary>
public static class Negotiation
{
    /// <summary>True when HTML is named with a weight above every JSON type, and the address is not one of the API.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/api"))
        {
            return false;
        }

        var html = 0.0;
        var json = 0.0;
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var weight = accepted.Quality ?? 1;
            var type = accepted.MediaType.Value ?? "";
            if (type is "text/html" or "application/xhtml+xml")
            {
                html = Math.Max(html, weight);
            }
            else if (type.EndsWith("json", StringComparison.Ordinal))
            {
                json = Math.Max(json, weight);
            }
        }

        return html > json;
    }
}
