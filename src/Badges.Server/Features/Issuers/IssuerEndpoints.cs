using Badges.Server.Publication;

namespace Badges.Server.Features.Issuers;

/// <summary>Identity and keys of an issuer, for programs. None of these addresses ever answers a page.</summary>
public static class IssuerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPublished("/issuers/{slug}/did.json", DidAsync);
        routes.MapPublished("/issuers/{slug}/jwks.json", KeySetAsync);
        routes.MapPublished("/issuers/{slug}/keys/{kid}", KeyAsync);
        routes.MapPublished("/ob2/issuers/{slug}", Ob2ProfileAsync);
        routes.MapPublished("/ob2/issuers/{slug}/keys/{kid}", Ob2KeyAsync);
    }

    /// <summary>The controller document of the structure's did:web.</summary>
    private static async Task<IResult> DidAsync(
        HttpContext context, string slug, IssuerDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(context, await documents.FindDidAsync(slug, cancellationToken), Offers.Did);

    /// <summary>All public keys of the structure.</summary>
    private static async Task<IResult> KeySetAsync(
        HttpContext context, string slug, IssuerDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(context, await documents.FindKeySetAsync(slug, cancellationToken), Offers.JwkSet);

    /// <summary>One public key: a Multikey, or a bare JWK.</summary>
    private static async Task<IResult> KeyAsync(
        HttpContext context, string slug, string kid, IssuerDocuments documents,
        CancellationToken cancellationToken)
    {
        var key = await documents.FindKeyAsync(slug, kid, cancellationToken);
        return DataAnswers.Answer(
            context, key, key?.ContentType == Offers.LinkedData ? Offers.LinkedDataOnly : Offers.Jwk);
    }

    /// <summary>The OB 2.0 Profile of the structure.</summary>
    private static async Task<IResult> Ob2ProfileAsync(
        HttpContext context, string slug, IssuerDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(
            context, await documents.FindOb2ProfileAsync(slug, cancellationToken), Offers.LinkedDataOnly);

    /// <summary>The OB 2.0 CryptographicKey of the structure.</summary>
    private static async Task<IResult> Ob2KeyAsync(
        HttpContext context, string slug, string kid, IssuerDocuments documents,
        CancellationToken cancellationToken) =>
        DataAnswers.Answer(
            context, await documents.FindOb2KeyAsync(slug, kid, cancellationToken), Offers.LinkedDataOnly);
}
