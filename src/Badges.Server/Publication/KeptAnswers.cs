namespace Badges.Server.Publication;

/// <summary>
/// Answers a published document that is at hand in memory before anybody is asked who he is: it is the same for
/// everybody. Routes say what they have at hand; what is not, goes its usual way.
/// </summary>
public static class KeptAnswers
{
    /// <param name="find">The document at hand for this request, or null. It is asked before signing in.</param>
    /// <param name="addHeaders">What the route's filters add to the headers.</param>
    public static RouteHandlerBuilder WithKept(
        this RouteHandlerBuilder route, Func<HttpContext, PublishedDocument?> find,
        Action<IHeaderDictionary> addHeaders) => route.WithMetadata(new AtHand(find, addHeaders));

    /// <summary>To be called right after routing: nothing else is needed.</summary>
    public static IApplicationBuilder UseKeptAnswers(this IApplicationBuilder app) => app.Use(AnswerAsync);

    private static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AtHand>() is not { } route
            || route.Find(context) is not { } document)
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        PublishedAnswers.AddHeaders(headers);
        route.AddHeaders(headers);
        return new PublishedAnswer(document).ExecuteAsync(context);
    }

    private sealed record AtHand(Func<HttpContext, PublishedDocument?> Find, Action<IHeaderDictionary> AddHeaders);
}
