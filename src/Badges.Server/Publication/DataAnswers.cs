using Badges.Server.Web;

namespace Badges.Server.Publication;

/// <summary>
/// Answers of addresses that only programs read: never a page, not even to say that nothing is there.
/// </summary>
public static class DataAnswers
{
    /// <summary>The document under the media type that the client prefers among the offers.</summary>
    public static IResult Answer(HttpContext context, PublishedDocument? document, IReadOnlyList<Offer> offers)
    {
        if (document is null)
        {
            return Problem(context, StatusCodes.Status404NotFound);
        }

        return AcceptHeader.Of(context.Request).Choose(offers) is { } chosen
            ? PublishedAnswers.Answer(document.As(chosen.MediaType))
            : Problem(context, StatusCodes.Status406NotAcceptable);
    }

    public static IResult Problem(HttpContext context, int status) =>
        Problems.Create(status, Languages.Of(context.Request));
}
