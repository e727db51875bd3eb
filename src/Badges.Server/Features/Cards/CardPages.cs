using Badges.Server.Features.Awards;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Cards;

/// <summary>The code printed on a card leads to the badge's public page, however it was typed.</summary>
public static class CardPages
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v/{code}", [HttpMethods.Get, HttpMethods.Head], FollowAsync)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.Codes)
            .WithHeaders(PublishedAwards.AddPrivacyHeaders);

    /// <summary>The code of a card: leads to the public page of its award.</summary>
    private static async Task<IResult> FollowAsync(
        HttpRequest request, string code, Viewer viewer, CardStore cards, CancellationToken cancellationToken)
    {
        var normalized = CardCode.Normalize(code);
        var isWellFormed = CardCode.IsWellFormed(normalized);
        if (isWellFormed && await cards.FindAwardAsync(normalized, cancellationToken) is { } publicId)
        {
            return TypedResults.LocalRedirect(AwardAddresses.PathOf(publicId));
        }

        var model = new CardFaultModel(isWellFormed);
        return Negotiation.WantsPage(request)
            ? CardFaultPage.Show(viewer, model, StatusCodes.Status404NotFound)
            : Problems.Create(
                StatusCodes.Status404NotFound,
                isWellFormed ? "CodeUnknown" : "CodeMistyped",
                model.Title(viewer));
    }
}

/// <summary>Why a code leads nowhere: no card has it, or a symbol is wrong.</summary>
public sealed record CardFaultModel(bool IsWellFormed)
{
    public string Title(Viewer viewer) => IsWellFormed
        ? viewer.Pick("Nous ne connaissons pas ce code", "We do not know this code")
        : viewer.Pick(
            "Ce code n'est pas complet, ou une lettre est fausse", "This code is incomplete, or a letter is wrong");
}
