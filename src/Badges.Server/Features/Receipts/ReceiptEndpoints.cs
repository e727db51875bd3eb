using Badges.Server.Features.Verification;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Receipts;

/// <summary>
/// Receipts for programs: <c>POST /api/v1/verifications/receipts</c> takes what <c>/verifications</c> takes.
/// </summary>
public static class ReceiptEndpoints
{
    private static readonly Offer[] Forms =
    [
        Offer.Of(ReceiptAnswers.Json),
        Offer.Of(Offers.Json),
        new() { MediaType = ReceiptAnswers.Pdf, IsOnlyForThoseWhoNameIt = true },
    ];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/verifications/receipts", PostAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .WithTags("Verifications")
            .WithSummary("Checks a badge and answers a signed receipt, or the same on a page as PDF")
            .WithDescription(
                "The receipt is a credential of the data model 2.0, of type VerificationReceipt, signed by the network. "
                + "It names nobody: a question about a recipient is refused. A receipt of ours that is handed in comes "
                + "back as it is.")
            .Accepts<VerificationBody>("application/json", "multipart/form-data")
            .Produces<ReceiptAnswer>(StatusCodes.Status200OK, ReceiptAnswers.Json, Offers.Json, ReceiptAnswers.Pdf)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> PostAsync(
        HttpContext context, Viewer viewer, VerifyCredential verify, TypedAddress typed, MakeReceipt make,
        ReceiptAnswers answers, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (AcceptHeader.Of(context.Request).Choose(Forms) is not { } form)
        {
            return Problems.Create(StatusCodes.Status406NotAcceptable, viewer.Language);
        }

        var request = await VerificationRequest.ReadAsync(context.Request, cancellationToken);
        if (request.Fault is { } fault)
        {
            return VerificationEndpoints.Refuse(fault, viewer);
        }

        if (request.Recipient is not null)
        {
            return Problems.Create(
                StatusCodes.Status400BadRequest,
                "recipientInReceipt",
                viewer.Pick(
                    "Un reçu ne parle de personne : envoyez la demande sans recipient.",
                    "A receipt speaks of nobody: send the request without recipient."));
        }

        var question = request.QuestionAt(request.Url is { } url ? typed.Complete(url) : null);
        var answer = await verify.RunAsync(question, cancellationToken);
        if (answer.IsTooLarge)
        {
            return VerificationEndpoints.Refuse(VerificationRequestFault.TooLarge, viewer);
        }

        var made = await make.RunAsync(answer, cancellationToken);
        return made.Refusal switch
        {
            null => await answers.AnswerAsync(made.Value, form.MediaType, viewer.Language, cancellationToken)
                ?? Problems.Create(StatusCodes.Status503ServiceUnavailable, viewer.Language),
            ReceiptRefusal.NoKey => Problems.Create(StatusCodes.Status503ServiceUnavailable, viewer.Language),
            ReceiptRefusal.NotOurs => Problems.Create(
                StatusCodes.Status422UnprocessableEntity, "receiptNotOurs", ReceiptWords.NotOurs(viewer)),
            _ => Problems.Create(
                StatusCodes.Status422UnprocessableEntity, "noCredentialFound", ReceiptWords.NoBadge(viewer)),
        };
    }
}

/// <summary>The shape of a receipt, for the description of the API: the receipt writes itself.</summary>
public sealed record ReceiptAnswer
{
    /// <summary>VerifiableCredential and VerificationReceipt.</summary>
    public required IReadOnlyList<string> Type { get; init; }

    /// <summary>The identifier of the network that checked and signed.</summary>
    public required string Issuer { get; init; }

    /// <summary>When the badge was checked.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    public required ReceiptSubjectAnswer CredentialSubject { get; init; }

    /// <summary>A Data Integrity proof, eddsa-jcs-2022.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, object>> Proof { get; init; }
}

/// <summary>What was checked and found.</summary>
public sealed record ReceiptSubjectAnswer
{
    /// <summary>The badge's own identifier.</summary>
    public string? Id { get; init; }

    /// <summary>The badge's name, when its issuer was found to have signed it.</summary>
    public string? Name { get; init; }

    /// <summary>The identifier of the badge's issuer, when it was found to have signed it.</summary>
    public string? BadgeIssuer { get; init; }

    public required string Verdict { get; init; }
    public required string Trust { get; init; }
    public string? Format { get; init; }
    public string? Container { get; init; }

    /// <summary>SHA-256 of what was handed in, or of what stood at the address; hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required IReadOnlyList<ReceiptCheckAnswer> Checks { get; init; }
}

/// <summary>One check of a receipt.</summary>
public sealed record ReceiptCheckAnswer
{
    public required string Check { get; init; }
    public required string Outcome { get; init; }
    public string? Code { get; init; }

    /// <summary>Since when or until when, for a badge that is not in force.</summary>
    public string? Date { get; init; }

    public string? Source { get; init; }
    public required DateTimeOffset At { get; init; }
}
