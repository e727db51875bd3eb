using Badges.Server.Publication;

namespace Badges.Server.Features.Awards;

/// <summary>
/// The published forms of awards. The bare <c>/credentials/{id}</c> is mapped with the verification, because its page
/// verifies at each view; its documents come from <see cref="AwardDocuments"/> too.
/// </summary>
public static class PublishedAwards
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPublished("/credentials/{id}.json", JsonAsync).WithHeaders(AddPrivacyHeaders);
        routes.MapPublished("/credentials/{id}.jwt", JwtAsync).WithHeaders(AddPrivacyHeaders);
        routes.MapPublished("/credentials/{id}.png", PngAsync).WithHeaders(AddPrivacyHeaders);
        routes.MapPublished("/credentials/{id}.svg", SvgAsync).WithHeaders(AddPrivacyHeaders);
        routes.MapPublished("/ob2/badges/{id}", BadgeClassAsync);
        routes.MapPublished("/ob2/issuers/{slug}/revocations", RevocationsAsync);
        routes.MapPublished("/ob2/issuers/{slug}/assertions/{id}", HostedAsync);
        routes.MapPublished("/ob2/issuers/{slug}/assertions/{id}.jws", SignedAsync);
    }

    /// <summary>
    /// Credentials are for those who were given the address: no search engine, no trace in other sites' logs.
    /// </summary>
    public static void AddPrivacyHeaders(IHeaderDictionary headers)
    {
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>
    /// The OB 3.0 credential as JSON, with its embedded proof; an older one as the JWS in an envelope.
    /// </summary>
    private static async Task<IResult> JsonAsync(
        string id, AwardDocuments documents, CancellationToken cancellationToken) =>
        PublishedAnswers.AnswerOrNotFound(
            await documents.FindCredentialAsync(id, Offers.Json, cancellationToken));

    /// <summary>The OB 3.0 credential as a compact JWS.</summary>
    private static async Task<IResult> JwtAsync(
        HttpContext context, string id, AwardDocuments documents, CancellationToken cancellationToken)
    {
        var chosen = AcceptHeader.Of(context.Request).Choose(JwtForms);
        return PublishedAnswers.AnswerOrNotFound(
            await documents.FindCredentialAsync(id, chosen?.MediaType ?? Offers.Text, cancellationToken));
    }

    /// <summary>The badge's picture with OB 3.0 (embedded proof) and OB 2.0 inside, as PNG; <c>format</c> jwt or ob2
    /// chooses one alone.</summary>
    private static async Task<IResult> PngAsync(
        string id, string? format, AwardDocuments documents, CancellationToken cancellationToken) =>
        PublishedAnswers.AnswerOrNotFound(await documents.FindPictureAsync(
            id, AwardDocuments.Png, ContentOf(format), cancellationToken));

    /// <summary>The badge's picture with OB 3.0 (embedded proof) inside, as SVG; <c>format</c> jwt or ob2 chooses
    /// another.</summary>
    private static async Task<IResult> SvgAsync(
        string id, string? format, AwardDocuments documents, CancellationToken cancellationToken) =>
        PublishedAnswers.AnswerOrNotFound(await documents.FindPictureAsync(
            id, AwardDocuments.Svg, ContentOf(format), cancellationToken));

    /// <summary>The OB 2.0 BadgeClass of a badge version and a structure.</summary>
    private static async Task<IResult> BadgeClassAsync(
        HttpContext context, string id, IssuerBadgeStore badges, CancellationToken cancellationToken)
    {
        var badge = await badges.FindAsync(id, cancellationToken);
        var document = badge is null
            ? null
            : PublishedDocument.Of(Offers.LinkedData, badge.PublishedText, Freshness.Revalidate);
        return DataAnswers.Answer(context, document, Offers.LinkedDataOnly);
    }

    /// <summary>The OB 2.0 RevocationList of a structure.</summary>
    private static async Task<IResult> RevocationsAsync(
        HttpContext context, string slug, RevocationListDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(context, await documents.FindAsync(slug, cancellationToken), Offers.LinkedDataOnly);

    /// <summary>The OB 2.0 hosted Assertion; 410 once it was taken back.</summary>
    private static async Task<IResult> HostedAsync(
        HttpContext context, string slug, string id, AwardDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(
            context, await documents.FindHostedAsync(slug, id, cancellationToken), Offers.LinkedDataOnly);

    /// <summary>The OB 2.0 signed Assertion, a compact JWS.</summary>
    private static async Task<IResult> SignedAsync(
        HttpContext context, string slug, string id, AwardDocuments documents, CancellationToken cancellationToken) =>
        await documents.FindSignedAsync(slug, id, cancellationToken) is { } document
            ? PublishedAnswers.Answer(document)
            : DataAnswers.Problem(context, StatusCodes.Status404NotFound);

    private static IReadOnlyList<Offer> JwtForms { get; } =
        [Offer.Of(Offers.Text), new() { MediaType = Offers.CredentialJwt, IsOnlyForThoseWhoNameIt = true }];

    private static PictureContent ContentOf(string? format) => format switch
    {
        "jwt" => PictureContent.Jwt,
        "ob2" => PictureContent.OpenBadges2,
        _ => PictureContent.Default,
    };
}
