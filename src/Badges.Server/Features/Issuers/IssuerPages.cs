using Badges.Server.Features.Organizations;
using Badges.Server.Publication;
using Badges.Server.Web;

namespace Badges.Server.Features.Issuers;

/// <summary>A structure's public address: its page for people, its profile for programs.</summary>
public static class IssuerPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPublished("/issuers/{slug}", ShowAsync);

    /// <summary>The OB 3.0 Profile of the structure, or its page.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext context, string slug, Viewer viewer, IssuerDocuments documents, OrganizationStore organizations,
        CancellationToken cancellationToken)
    {
        var chosen = AcceptHeader.Of(context.Request).Choose(Offers.LinkedDataOrPage);
        if (chosen is null)
        {
            return PublishedAnswers.NotAcceptable();
        }

        if (chosen != Offer.Page)
        {
            var document = await documents.FindProfileAsync(slug, cancellationToken);
            return PublishedAnswers.AnswerOrNotFound(document?.As(chosen.MediaType));
        }

        return await organizations.FindAsync(slug, cancellationToken) is { } organization
            ? IssuerPage.Show(viewer, organization)
            : TypedResults.NotFound();
    }
}
