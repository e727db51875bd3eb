using Badges.Credentials.Verification.Receipts;
using Badges.Server.Features.Verification;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Features.Receipts;

/// <summary>
/// The receipt that a page offers. Its form brings back the receipt that we signed, or the address of a badge that is
/// then checked anew. No cookie, no token: nothing is kept and nothing changes.
/// </summary>
public static class ReceiptPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(MakeReceipt.Path, ShowAbout).AllowAnonymous().ExcludeFromDescription();
        routes.MapPublished(MakeReceipt.ContextPath, GetContext).ExcludeFromDescription();
        MapFile(routes, MakeReceipt.Path + ".pdf", ReceiptAnswers.Pdf);
        MapFile(routes, MakeReceipt.Path + ".json", ReceiptAnswers.Json);
    }

    private static void MapFile(IEndpointRouteBuilder routes, string path, string mediaType) =>
        routes.MapPost(
                path,
                (HttpContext context, Viewer viewer, VerifyCredential verify, TypedAddress typed, MakeReceipt make,
                    ReceiptAnswers answers, CancellationToken cancellationToken) => PostAsync(
                    mediaType, context, viewer, verify, typed, make, answers, cancellationToken))
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .ExcludeFromDescription();

    private static RazorComponentResult ShowAbout(Viewer viewer) => AboutReceiptsPage.Show(viewer, new());

    /// <summary>The words of receipts, for readers of JSON-LD.</summary>
    private static PublishedAnswer GetContext(BadgesOptions options) => PublishedAnswers.Answer(PublishedDocument.Of(
        Offers.LinkedData,
        ReceiptDocument.ContextOf(options.Address(MakeReceipt.Path + "#")),
        Freshness.Immutable));

    private static async Task<IResult> PostAsync(
        string mediaType, HttpContext context, Viewer viewer, VerifyCredential verify, TypedAddress typed,
        MakeReceipt make, ReceiptAnswers answers, CancellationToken cancellationToken)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var request = await VerificationRequest.ReadFormAsync(context.Request, cancellationToken);
        if (request.Fault is { } fault)
        {
            return VerificationPages.ShowFault(viewer, request, fault);
        }

        // A receipt speaks of nobody, whatever was asked.
        var question = request.QuestionAt(request.Url is { } url ? typed.Complete(url) : null) with { Recipient = null };
        var answer = await verify.RunAsync(question, cancellationToken);
        if (answer.IsTooLarge)
        {
            return VerificationPages.ShowFault(viewer, request, VerificationRequestFault.TooLarge);
        }

        var made = await make.RunAsync(answer, cancellationToken);
        return made.Refusal switch
        {
            null => await answers.AnswerAsync(made.Value, mediaType, viewer.Language, cancellationToken)
                ?? Refuse(viewer, ReceiptWords.NotYet(viewer), StatusCodes.Status503ServiceUnavailable),
            ReceiptRefusal.NoKey =>
                Refuse(viewer, ReceiptWords.NotYet(viewer), StatusCodes.Status503ServiceUnavailable),
            ReceiptRefusal.NotOurs => Refuse(viewer, ReceiptWords.NotOurs(viewer)),
            _ => Refuse(viewer, ReceiptWords.NoBadge(viewer)),
        };
    }

    private static RazorComponentResult Refuse(
        Viewer viewer, string sentence, int status = StatusCodes.Status422UnprocessableEntity) =>
        ReceiptFaultPage.Show(viewer, new ReceiptFault(sentence), status);
}

/// <summary>Why there is no receipt.</summary>
public sealed record ReceiptFault(string Sentence);

/// <summary>The page that says what a receipt is: it is the same for everybody.</summary>
public sealed record AboutReceipts;
