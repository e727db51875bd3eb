using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.Verification;

/// <summary>Verification for programs: <c>POST /api/v1/verifications</c>. Public, and nothing is kept.</summary>
public static class VerificationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/verifications", PostAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .WithTags("Verifications")
            .WithSummary("Checks a badge: a picture, a text, or an address")
            .Accepts<VerificationBody>("application/json", "multipart/form-data")
            .Produces<VerificationReportAnswer>(StatusCodes.Status200OK, "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> PostAsync(
        HttpContext context, Viewer viewer, VerifyCredential verify, TypedAddress typed,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var request = await VerificationRequest.ReadAsync(context.Request, cancellationToken);
        if (request.Fault is { } fault)
        {
            return Refuse(fault, viewer);
        }

        var question = request.QuestionAt(request.Url is { } url ? typed.Complete(url) : null);
        var answer = await verify.RunAsync(question, cancellationToken);
        return answer switch
        {
            { IsTooLarge: true } => Refuse(VerificationRequestFault.TooLarge, viewer),
            { Report: { } report } => TypedResults.Text(
                report.ToJson(VerdictWords.Of(viewer.Language)), "application/json", System.Text.Encoding.UTF8),
            _ => Problems.Create(
                StatusCodes.Status422UnprocessableEntity,
                "noCredentialFound",
                VerdictWords.NoBadge(answer, viewer.Language).Sentence,
                string.Join(' ', VerdictWords.NoBadge(answer, viewer.Language).Advice)),
        };
    }

    /// <summary>The refusal of a request that nothing can be checked of.</summary>
    public static ProblemHttpResult Refuse(VerificationRequestFault fault, Viewer viewer) => fault switch
    {
        VerificationRequestFault.NotExactlyOne => Problems.Create(
            StatusCodes.Status400BadRequest,
            "notExactlyOne",
            viewer.Pick(
                "Envoyez une seule chose : file, url ou credential.", "Send exactly one of file, url and credential.")),
        VerificationRequestFault.Malformed => Problems.Create(
            StatusCodes.Status400BadRequest,
            "malformed",
            viewer.Pick("Cette demande est mal formée.", "This request is not well formed.")),
        VerificationRequestFault.TooLarge =>
            Problems.Create(StatusCodes.Status413PayloadTooLarge, viewer.Language),
        _ => Problems.Create(StatusCodes.Status415UnsupportedMediaType, viewer.Language),
    };
}

/// <summary>What a program sends; <c>file</c> only in a form. Exactly one of the three.</summary>
public sealed record VerificationBody
{
    public string? Url { get; init; }
    public string? Credential { get; init; }
    public IFormFile? File { get; init; }

    /// <summary>Was it awarded to this person? An e-mail address or another identifier.</summary>
    public string? Recipient { get; init; }
}
