using Badges.Server.Publication;

namespace Badges.Server.Web;

/// <summary>Whether an answer that no endpoint wrote should be a page or a problem document.</summary>
public static class Negotiation
{
    /// <summary>True when a page is wanted rather than a document, and the address is not one of the API.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && AcceptHeader.Of(request).PrefersPage;
}
