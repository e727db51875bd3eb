using Badges.Server.Callers;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Mvc;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// The public addresses of badges: the catalogue, each badge, each of its versions, and their pictures.
/// </summary>
public static class BadgeCatalogPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPublished("/badges", CatalogAsync).WithTags("Published documents");
        routes.MapPublished("/badges/{slug}", BadgeAsync).WithTags("Published documents");
        routes.MapPublished("/badges/{slug}.png", BadgePngAsync).WithTags("Published documents");
        routes.MapPublished("/badges/{slug}.svg", BadgeSvgAsync).WithTags("Published documents");
        routes.MapPublished("/achievements/{id}", AchievementAsync).WithTags("Published documents");
        foreach (var form in (string[])[".json", ".png", ".svg"])
        {
            routes.MapPublished("/achievements/{id}" + form, AchievementFormAsync).WithTags("Published documents");
        }

        routes.MapPublished("/achievements/{id}/vignette", VignetteAsync).ExcludeFromDescription();
    }

    /// <summary>The catalogue.</summary>
    private static async Task<IResult> CatalogAsync(
        [FromQuery(Name = CatalogModel.AudienceParameter)] string? audience,
        [FromQuery(Name = CatalogModel.SectorParameter)] string? sector,
        HttpRequest request, Viewer viewer, BadgeStore badges, BadgesOptions options,
        CancellationToken cancellationToken)
    {
        var offer = AcceptHeader.Of(request).Choose(Offers.JsonOrPage);
        if (offer is null)
        {
            return PublishedAnswers.NotAcceptable();
        }

        var found = await badges.ListPublishedAsync(cancellationToken);
        return offer == Offer.Page
            ? CatalogPage.Show(viewer, CatalogModel.Of(found, audience, sector, viewer.Language))
            : TypedResults.Ok(new CatalogResponse(
                [.. found.Select(badge => BadgeSummaryResponse.From(badge, options))]));
    }

    /// <summary>A badge's newest published version: an Achievement, or its page.</summary>
    private static async Task<IResult> BadgeAsync(
        string slug, HttpRequest request, Viewer viewer, Caller caller, LoadBadgeView views,
        AchievementDocuments documents, BadgesOptions options, CancellationToken cancellationToken)
    {
        var offer = AcceptHeader.Of(request).Choose(Offers.LinkedDataOrPage);
        if (offer is null)
        {
            return PublishedAnswers.NotAcceptable();
        }

        // A version's public id has an address of its own.
        if (await views.RunAsync(slug, caller, cancellationToken) is not { } view || view.Badge.Slug != slug)
        {
            return TypedResults.NotFound();
        }

        if (offer == Offer.Page && (view.Published ?? view.Draft) is { } shown)
        {
            return BadgePage.Show(viewer, BadgeModel.Of(view, shown, isOld: false, viewer.Language, options));
        }

        return view.Published is { } published
            ? PublishedAnswers.Answer(await documents.AchievementAsync(
                new PublishedBadge(view.Badge, published), offer.MediaType, Freshness.Revalidate, cancellationToken))
            : TypedResults.NotFound();
    }

    /// <summary>The picture of the newest published version, as PNG.</summary>
    private static Task<IResult> BadgePngAsync(
        string slug, BadgeStore badges, AchievementDocuments documents, CancellationToken cancellationToken) =>
        PictureAsync(slug, PictureForm.Png, badges, documents, cancellationToken);

    /// <summary>The picture of the newest published version, as SVG.</summary>
    private static Task<IResult> BadgeSvgAsync(
        string slug, BadgeStore badges, AchievementDocuments documents, CancellationToken cancellationToken) =>
        PictureAsync(slug, PictureForm.Svg, badges, documents, cancellationToken);

    private static async Task<IResult> PictureAsync(
        string slug, PictureForm form, BadgeStore badges, AchievementDocuments documents,
        CancellationToken cancellationToken) =>
        await badges.FindPublishedAsync(slug, cancellationToken) is { } published && published.Badge.Slug == slug
            ? PublishedAnswers.AnswerOrNotFound(await documents.PictureAsync(
                published.Version, form, Freshness.Revalidate, cancellationToken))
            : TypedResults.NotFound();

    /// <summary>One badge version for ever: an Achievement, or its page.</summary>
    private static async Task<IResult> AchievementAsync(
        string id, HttpRequest request, Viewer viewer, BadgeStore badges, AchievementDocuments documents,
        BadgesOptions options, CancellationToken cancellationToken)
    {
        var offer = AcceptHeader.Of(request).Choose(Offers.LinkedDataOrPage);
        if (offer is null)
        {
            return PublishedAnswers.NotAcceptable();
        }

        if (await badges.FindPublishedVersionAsync(id, cancellationToken) is not { } published)
        {
            return TypedResults.NotFound();
        }

        if (offer != Offer.Page)
        {
            return PublishedAnswers.Answer(await documents.AchievementAsync(
                published, offer.MediaType, Freshness.Immutable, cancellationToken));
        }

        var newest = await badges.FindPublishedAsync(published.Badge.Slug, cancellationToken);
        return BadgePage.Show(viewer, BadgeModel.Of(
            new BadgeView { Badge = published.Badge, Published = newest?.Version },
            published.Version,
            isOld: newest?.Version.Id != published.Version.Id,
            viewer.Language,
            options));
    }

    /// <summary>The picture of a badge version as our pages show it.</summary>
    private static async Task<IResult> VignetteAsync(
        string id, ScreenPictures pictures, CancellationToken cancellationToken) =>
        PublishedAnswers.AnswerOrNotFound(await pictures.FindAsync(id, cancellationToken));

    /// <summary>One form of a badge version: JSON, PNG or SVG.</summary>
    private static async Task<IResult> AchievementFormAsync(
        HttpRequest request, AchievementDocuments documents, CancellationToken cancellationToken) =>
        PublishedAnswers.AnswerOrNotFound(await documents.FindAsync(request.Path.Value ?? "", cancellationToken));
}

/// <summary>The catalogue for programs.</summary>
public sealed record CatalogResponse(IReadOnlyList<BadgeSummaryResponse> Badges);
