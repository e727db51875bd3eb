namespace Badges.Server.Publication;

/// <summary>What a route adds to the headers of all its answers, whoever gives them.</summary>
public static class RouteHeaders
{
    public static RouteHandlerBuilder WithHeaders(this RouteHandlerBuilder route, Action<IHeaderDictionary> add) =>
        route.WithMetadata(new Added(add)).AddEndpointFilter((invocation, next) =>
        {
            add(invocation.HttpContext.Response.Headers);
            return next(invocation);
        });

    /// <summary>For an answer that is given before the route's own.</summary>
    public static void AddTo(HttpContext context, Endpoint endpoint)
    {
        foreach (var added in endpoint.Metadata.GetOrderedMetadata<Added>())
        {
            added.Add(context.Response.Headers);
        }
    }

    private sealed record Added(Action<IHeaderDictionary> Add);
}
