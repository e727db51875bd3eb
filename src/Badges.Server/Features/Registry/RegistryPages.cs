using Badges.Server.Publication;
using Badges.Server.Web;

namespace Badges.Server.Features.Registry;

/// <summary><c>/registre</c>: the registry for people, and the same document for programs.</summary>
public static class RegistryPages
{
    public const string Path = "/registre";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPublished(Path, ShowAsync).WithTags("Registry");

    /// <summary>The registry as a page to search in, or the document of <c>/registry.json</c>.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext context, Viewer viewer, RegistryDocuments documents, KnownIssuers known, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var chosen = AcceptHeader.Of(context.Request).Choose(Offers.JsonOrPage);
        if (chosen is null)
        {
            return PublishedAnswers.NotAcceptable();
        }

        return chosen == Offer.Page
            ? RegistryPage.Show(viewer, RegistryModel.Of(
                await known.LoadAsync(cancellationToken), RegistryQuery.Of(context.Request.Query), time.GetUtcNow()))
            : PublishedAnswers.AnswerOrNotFound(await documents.FindAsync(cancellationToken));
    }
}
