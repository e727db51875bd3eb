using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Publication;

/// <summary>Routes to published documents, and their answers.</summary>
public static class PublishedAnswers
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// An address that anybody may read, from any web page. The handler answers a <see cref="PublishedAnswer"/>, a
    /// page, or a status without a body, which <c>Failures</c> explains to whoever asked.
    /// </summary>
    public static RouteHandlerBuilder MapPublished(
        this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, handler).AllowAnonymous().WithHeaders(AddHeaders);

    public static PublishedAnswer Answer(PublishedDocument document) => new(document);

    /// <summary>The document, or 404.</summary>
    public static IResult AnswerOrNotFound(PublishedDocument? document) =>
        document is null ? TypedResults.NotFound() : new PublishedAnswer(document);

    /// <summary>Nothing that is offered here is acceptable.</summary>
    public static StatusCodeHttpResult NotAcceptable() => TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        headers.CacheControl = "private, no-cache"; // pages know who looks; documents say otherwise themselves
    }
}
