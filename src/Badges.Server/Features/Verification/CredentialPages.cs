using Badges.Server.Features.Awards;
using Badges.Server.Publication;
using Badges.Server.Web;

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
            .AddEndpointFilter(PublishedAwards.AddPrivacyHeadersAsync)
            .WithKept(context => FindKept(context, documents), PublishedAwards.AddPrivacyHeaders)
            .WithTags("Credentials");
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
            ? await show.RunAsync(id, Viewer.Of(context), cancellationToken)
            : PublishedAnswers.AnswerOrNotFound(
                await documents.FindCredentialAsync(id, chosen.MediaType, cancellationToken));
    }
}

/// <summary>Makes the public page of an award, or says why there is none.</summary>
public sealed class ShowCredential(ShownAwards awards, AwardAddresses addresses, VerifyCredential verify)
{
    public async Task<IResult> RunAsync(string publicId, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, viewer.Language, cancellationToken) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        if (shown.Own is not { } own)
        {
            return GonePage.Show(viewer, new GoneModel(), StatusCodes.Status410Gone);
        }

        var answer = await verify.RunAsync(new VerificationQuestion { Badge = shown.Badge }, cancellationToken);
        var report = answer.Report
            ?? throw new InvalidOperationException("A credential that was signed here cannot be read.");
        return shown.Page.Answer(viewer, report, () => CredentialPage.Show(viewer, new CredentialModel
        {
            Verdict = VerdictView.Of(report, viewer.Language, own),
            Award = own,
            Address = addresses.Credential(publicId),
        }));
    }
}
