namespace Badges.Server.Publication;

/// <summary>
/// Answers a published document that is at hand in memory before anybody is asked who he is: it is the same for
/// everybody. Routes say what they have at hand; what is not, goes its usual way.
/// </summary>
public static class KeptAnswers
{
    /// <param name="find">The document at hand for this request, or null. It is asked before signing in.</param>
    public static RouteHandlerBuilder WithKept(
        this RouteHandlerBuilder route, Func<HttpContext, PublishedDocument?> find) =>
        route.WithMetadata(new AtHand(find));

    /// <summary>To be called right after routing: nothing else is needed.</summary>
    public static IApplicationBuilder UseKeptAnswers(this IApplicationBuilder app) => app.Use(AnswerAsync);

    private static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<AtHand>()?.Find(context) is not { } document)
        {
            return next(context);
        }

        RouteHeaders.AddTo(context, endpoint);
        return new PublishedAnswer(document).ExecuteAsync(context);
    }

    private sealed record AtHand(Func<HttpContext, PublishedDocument?> Find);
}
