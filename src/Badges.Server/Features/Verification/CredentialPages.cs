using System.Net;
using Badges.Credentials.Verification;
using Badges.Server.Features.Awards;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;
using Badges.Server.Web.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.Verification;

/// <summary>
/// <c>/credentials/{id}</c>: for programs the signed credential, for people its page, which runs every check at each
/// view and shows the same block as the verification.
/// </summary>
public static class CredentialPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var documents = routes.ServiceProvider.GetRequiredService<AwardDocuments>();
        routes.MapPublished("/credentials/{id}", GetAsync)
            .WithHeaders(PublishedAwards.AddPrivacyHeaders)
            .WithKept(context => FindKept(context, documents))
            .WithTags("Credentials");
        routes.MapPost("/credentials/{id}/personne", AskAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .WithHeaders(PublishedAwards.AddPrivacyHeaders)
            .ExcludeFromDescription();
        routes.MapGet("/credentials/{id}/personne", ReturnToPage).AllowAnonymous().ExcludeFromDescription();
    }

    private static PublishedDocument? FindKept(HttpContext context, AwardDocuments documents) =>
        AcceptHeader.Of(context.Request).Choose(Offers.CredentialOrPage) is { } chosen && chosen != Offer.Page
        && context.Request.RouteValues["id"] is string id
            ? documents.FindKeptCredential(id, chosen.MediaType)
            : null;

    /// <summary>An award: the OB 3.0 credential with its embedded proof, the compact JWS, or the public page, checked at
    /// each view.</summary>
    private static async Task<IResult> GetAsync(
        HttpContext context, string id, AwardDocuments documents, ShowCredential show,
        CancellationToken cancellationToken)
    {
        if (AcceptHeader.Of(context.Request).Choose(Offers.CredentialOrPage) is not { } chosen)
        {
            return PublishedAnswers.NotAcceptable();
        }

        return chosen == Offer.Page
            ? await show.RunAsync(id, Viewer.Of(context), asked: null, cancellationToken)
            : PublishedAnswers.AnswerOrNotFound(
                await documents.FindCredentialAsync(id, chosen.MediaType, cancellationToken));
    }

    /// <summary>Is it this person? The page again, with the answer; neither is kept.</summary>
    private static async Task<IResult> AskAsync(
        HttpContext context, string id, Viewer viewer, ShowCredential show, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var asked = new RecipientQuestion(form["recipient"].FirstOrDefault(), context.Connection.RemoteIpAddress);
        return await show.RunAsync(id, viewer, asked, cancellationToken);
    }

    /// <summary>After the language was changed, or the page asked for again: the question is not repeated.</summary>
    private static RedirectHttpResult ReturnToPage(string id) =>
        TypedResults.LocalRedirect(AwardAddresses.PathOf(id) + "#personne");
}

/// <summary>« Est-ce bien cette personne ? », asked on the public page.</summary>
/// <param name="Typed">What was typed as the person's e-mail address.</param>
/// <param name="Client">From where, to count the tries of a day.</param>
public sealed record RecipientQuestion(string? Typed, IPAddress? Client);

/// <summary>Makes the public page of an award, or says why there is none.</summary>
public sealed class ShowCredential(
    ShownAwards awards, AwardAddresses addresses, VerifyCredential verify, AskRecipient ask)
{
    public async Task<IResult> RunAsync(
        string publicId, Viewer viewer, RecipientQuestion? asked, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, viewer.Language, cancellationToken) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        if (shown.Own is not { } own)
        {
            return GonePage.Show(viewer, new GoneModel(), StatusCodes.Status410Gone);
        }

        return asked is null
            ? await ShowAsync(shown, own, viewer, cancellationToken)
            : await AnswerAsync(shown, own, viewer, asked, cancellationToken);
    }

    private async Task<IResult> ShowAsync(
        ShownAward shown, OwnAward own, Viewer viewer, CancellationToken cancellationToken)
    {
        var report = await VerifyAsync(shown, recipient: null, cancellationToken);
        return shown.Page.Answer(viewer, report, () => Show(viewer, own, report, RecipientAnswer.None, typed: null));
    }

    private async Task<IResult> AnswerAsync(
        ShownAward shown, OwnAward own, Viewer viewer, RecipientQuestion asked, CancellationToken cancellationToken)
    {
        var refusal = ask.Refuse(asked.Typed, asked.Client, own.PublicId);
        var recipient = refusal is null ? AskRecipient.AddressOf(asked.Typed) : null;
        var report = await VerifyAsync(shown, recipient, cancellationToken);
        return Show(viewer, own, report, refusal ?? AskRecipient.AnswerOf(report), asked.Typed);
    }

    private async Task<VerificationReport> VerifyAsync(
        ShownAward shown, string? recipient, CancellationToken cancellationToken)
    {
        var answer = await verify.RunAsync(
            new VerificationQuestion { Badge = shown.Badge, Recipient = recipient, Expected = shown.Asked },
            cancellationToken);
        shown.Asked = answer.Asked;
        return answer.Report
            ?? throw new InvalidOperationException("A credential that was signed here cannot be read.");
    }

    private RazorComponentResult Show(
        Viewer viewer, OwnAward own, VerificationReport report, RecipientAnswer told, string? typed) =>
        CredentialPage.Show(
            viewer,
            new CredentialModel
            {
                Verdict = VerdictView.Of(report.WithoutRecipient(), viewer.Language, own) with
                {
                    Recipient = QuestionOf(report, own, told, typed),
                },
                Award = own,
                Address = addresses.Credential(own.PublicId),
            },
            AskRecipient.StatusOf(told));

    private static RecipientQuestionModel? QuestionOf(
        VerificationReport report, OwnAward own, RecipientAnswer answer, string? typed) =>
        report.IsGenuine
            ? new RecipientQuestionModel
            {
                Answer = answer,
                Action = own.IsTiedToEmail ? own.Address + "/personne" : null,
                Typed = answer == RecipientAnswer.NotAnAddress ? typed : null,
            }
            : null;
}
