using System.Net;
using System.Text;
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
        routes.MapPublished("/credentials/{id}", GetAsync)
            .AddEndpointFilter(PublishedAwards.AddPrivacyHeadersAsync)
            .WithTags("Credentials");

        routes.MapPost("/credentials/{id}/personne", AskAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Verification)
            .AddEndpointFilter(PublishedAwards.AddPrivacyHeadersAsync)
            .ExcludeFromDescription();
        routes.MapGet("/credentials/{id}/personne", ReturnToPage).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>An award: the OB 3.0 credential with its embedded proof, the compact JWS, or the public page, checked at
    /// each view.</summary>
    private static async Task<IResult> GetAsync(
        HttpContext context, string id, Viewer viewer, AwardDocuments documents, ShowCredential show,
        CancellationToken cancellationToken)
    {
        if (AcceptHeader.Of(context.Request).Choose(Offers.CredentialOrPage) is not { } chosen)
        {
            return PublishedAnswers.NotAcceptable();
        }

        return chosen == Offer.Page
            ? await show.RunAsync(id, viewer, asked: null, cancellationToken)
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
    AwardStore awards, SignedFormStore forms, OwnAwardStore ownAwards, AwardAddresses addresses,
    VerifyCredential verify, AskRecipient ask)
{
    public async Task<IResult> RunAsync(
        string publicId, Viewer viewer, RecipientQuestion? asked, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, cancellationToken) is not { } award)
        {
            return TypedResults.NotFound();
        }

        if (award.IsGone)
        {
            return GonePage.Show(viewer, new GoneModel(), StatusCodes.Status410Gone);
        }

        if ((await forms.FindAsync(award.Id, FormKind.Ob3Embedded, cancellationToken)
                ?? await forms.FindAsync(award.Id, FormKind.Ob3Jwt, cancellationToken)) is not { } form
            || await ownAwards.DescribeAsync(award, viewer.Language, cancellationToken) is not { } own)
        {
            return TypedResults.NotFound();
        }

        var refusal = asked is null ? null : ask.Refuse(asked.Typed, asked.Client, own.PublicId);
        var question = new VerificationQuestion
        {
            Bytes = Encoding.UTF8.GetBytes(form.Text),
            Recipient = refusal is null ? AskRecipient.AddressOf(asked?.Typed) : null,
        };
        var answer = await verify.RunAsync(question, cancellationToken);
        var report = answer.Report
            ?? throw new InvalidOperationException("A credential that was signed here cannot be read.");
        var told = asked is null ? RecipientAnswer.None : refusal ?? AskRecipient.AnswerOf(report);
        return CredentialPage.Show(
            viewer,
            new CredentialModel
            {
                Verdict = VerdictView.Of(report.WithoutRecipient(), viewer.Language, own) with
                {
                    Recipient = QuestionOf(report, own, told, asked?.Typed),
                },
                Award = own,
                Address = addresses.Credential(publicId),
            },
            AskRecipient.StatusOf(told));
    }

    private static RecipientQuestionModel? QuestionOf(
        VerificationReport report, OwnAward own, RecipientAnswer answer, string? typed) =>
        VerdictView.IsProven(report)
            ? new RecipientQuestionModel
            {
                Answer = answer,
                Action = own.IsTiedToEmail ? own.Address + "/personne" : null,
                Typed = answer == RecipientAnswer.NotAnAddress ? typed : null,
            }
            : null;
}
