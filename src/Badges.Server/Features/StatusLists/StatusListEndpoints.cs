using Badges.Server.Publication;

namespace Badges.Server.Features.StatusLists;

/// <summary>Where every verifier in the world asks whether a badge was taken back.</summary>
public static class StatusListEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPublished("/status/{list}", GetAsync);

    /// <summary>A BitstringStatusListCredential with its embedded proof, or the compact JWS.</summary>
    private static async Task<IResult> GetAsync(
        HttpContext context, string list, StatusListDocuments documents, CancellationToken cancellationToken)
    {
        var chosen = AcceptHeader.Of(context.Request).Choose(Offers.CredentialOnly);
        var document = await documents.FindAsync(list, chosen?.MediaType ?? Offers.CredentialJson, cancellationToken);
        return DataAnswers.Answer(context, document, chosen is null ? [] : [chosen]);
    }
}
