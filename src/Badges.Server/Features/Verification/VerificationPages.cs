using Badges.Server.Settings;
using Badges.Server.Web;
using Badges.Server.Web.Components;
using Badges.Server.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Features.Verification;

/// <summary><c>/verifier</c>: the form, and the answer. No cookie, no token: the form changes nothing and keeps nothing.</summary>
public static class VerificationPages
{
    private const string Path = "/verifier";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowForm).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Path, PostAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .ExcludeFromDescription();
    }

    /// <summary>An address in the query fills the form; it is fetched only once somebody presses the button.</summary>
    private static RazorComponentResult ShowForm(Viewer viewer, string? url) =>
        VerifierFormPage.Show(viewer, new() { Typed = url, MayScan = true });

    private static async Task<IResult> PostAsync(
        HttpContext context, Viewer viewer, VerifyCredential verify, TypedAddress typed, OwnAwardStore awards,
        AskRecipient ask, OfferReceipt offerReceipt, LoadRegistry loadRegistry, CancellationToken cancellationToken)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var request = await VerificationRequest.ReadFormAsync(context.Request, cancellationToken);
        if (request.Fault is { } fault)
        {
            return ShowFault(viewer, request, fault);
        }

        // The code of a card leads to the badge's page, at the pace at which codes may be tried.
        request = request.Url is { } box && typed.FindText(box) is { } text
            ? request with { Url = null, Credential = text }
            : request;
        var address = request.Url is { } url ? typed.Complete(url) : null;
        if (address is not null && typed.FindCard(address) is { } card)
        {
            return TypedResults.LocalRedirect(card);
        }

        if (request.Recipient is { } recipient && AskRecipient.AddressOf(recipient) is null)
        {
            return ShowFault(viewer, request, VerificationRequestFault.RecipientIsNoAddress);
        }

        var answer = await verify.RunAsync(request.QuestionAt(address), cancellationToken);
        if (answer.IsTooLarge)
        {
            return ShowFault(viewer, request, VerificationRequestFault.TooLarge);
        }

        if (answer.IsGone)
        {
            return VerificationResultPage.Show(viewer, new(VerdictWords.Gone(answer, viewer.Language)));
        }

        if (answer.Report is not { } report)
        {
            return VerificationResultPage.Show(
                viewer, new(VerdictWords.NoBadge(answer, viewer.Language)), StatusCodes.Status422UnprocessableEntity);
        }

        if (report.Receipt is { } reading)
        {
            var structure = reading.Receipt?.BadgeIssuer is { } issuer
                ? (await loadRegistry(cancellationToken)).NameOf(issuer)
                : null;
            return ReceiptResultPage.Show(viewer, ReceiptView.Of(report, reading, structure, viewer.Language));
        }

        var ours = answer.Record is { } record
            ? await awards.FindByRecordAsync(record, viewer.Language, cancellationToken)
            : null;
        var refusal = request.Recipient is null
            ? null
            : ask.Refuse(
                request.Recipient, context.Connection.RemoteIpAddress, ours?.PublicId ?? report.Credential?.Id ?? "");
        var told = request.Recipient is null ? RecipientAnswer.None : refusal ?? AskRecipient.AnswerOf(report);
        var plain = report.WithoutRecipient();
        var verdict = VerdictView.Of(plain, viewer.Language, ours);
        return VerificationResultPage.Show(viewer, new(report.IsGenuine
            ? verdict with
            {
                Recipient = new()
                {
                    Answer = told,
                    AskAt = ours is null ? Path : ours.Address + "#personne",
                    IsAskedWithTheBadge = ours is null,
                },
            }
            : verdict)
        {
            Receipt = await offerReceipt(answer with { Report = plain }, cancellationToken),
        });
    }

    /// <summary>The form again, with what was wrong.</summary>
    public static RazorComponentResult ShowFault(
        Viewer viewer, VerificationRequest request, VerificationRequestFault fault)
    {
        var (status, error) = fault switch
        {
            VerificationRequestFault.NotExactlyOne when request.Given == 0 => (
                StatusCodes.Status400BadRequest,
                new FieldError("file", viewer.Pick(
                    "Choisissez une image, ou collez un lien, un code ou un texte.",
                    "Choose a picture, or paste a link, a code or a text."))),
            VerificationRequestFault.NotExactlyOne => (
                StatusCodes.Status400BadRequest,
                new FieldError(null, viewer.Pick(
                    "Donnez une seule chose à la fois : l'image, ou le lien, le code ou le texte.",
                    "Give one thing at a time: the picture, or the link, the code or the text."))),
            VerificationRequestFault.TooLarge => (
                StatusCodes.Status413PayloadTooLarge,
                new FieldError("file", viewer.Pick(
                    "C'est trop lourd : une image peut peser jusqu'à 5 Mo, un texte jusqu'à 1 Mo.",
                    "This is too large: a picture may weigh up to 5 MB, a text up to 1 MB."))),
            VerificationRequestFault.OtherType => (
                StatusCodes.Status415UnsupportedMediaType,
                new FieldError(null, viewer.Pick(
                    "Utilisez le formulaire ci-dessous.", "Use the form below."))),
            VerificationRequestFault.RecipientIsNoAddress => (
                StatusCodes.Status400BadRequest,
                new FieldError("recipient", viewer.Pick(
                    "Écrivez une adresse e-mail entière, comme nom@exemple.fr.",
                    "Write a whole e-mail address, such as name@example.org."))),
            _ => (
                StatusCodes.Status400BadRequest,
                new FieldError(null, viewer.Pick(
                    "L'envoi s'est interrompu. Essayez à nouveau.", "The upload was cut short. Try again."))),
        };
        var model = new VerificationBoxModel
        {
            Typed = request.Url ?? request.Credential,
            Recipient = request.Recipient,
            MayScan = true,
            Errors = [error],
        };
        return VerifierFormPage.Show(viewer, model, status);
    }
}
