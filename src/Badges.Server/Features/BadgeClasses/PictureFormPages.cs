using Badges.Server.Callers;
using Badges.Server.Publication;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The network's form for a draft's picture: drawn from a few choices, or uploaded.</summary>
public static class PictureFormPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/badges/{slug}/image", ShowAsync);
        pages.MapPost("/badges/{slug}/image", SetAsync);
        pages.MapGet("/badges/{slug}/brouillon.svg", DraftPictureAsync);
    }

    private static async Task<IResult> ShowAsync(
        string slug, Viewer viewer, BadgeStore badges, ImageStore images, CancellationToken cancellationToken) =>
        await LoadAsync(slug, badges, images, cancellationToken) is { } found
            ? PicturePage.Show(viewer, PictureModel.Of(slug, found.Draft, found.Picture))
            : TypedResults.NotFound();

    private static async Task<IResult> SetAsync(
        string slug, IFormCollection fields, Viewer viewer, Caller caller, SetPicture set, BadgeStore badges,
        ImageStore images, CancellationToken cancellationToken)
    {
        var form = PostedPicture.Read(fields);
        var png = await PostedFile.ReadAsync(fields.Files.GetFile("png"), cancellationToken);
        var svg = await PostedFile.ReadAsync(fields.Files.GetFile("svg"), cancellationToken);
        var result = form.IsUpload
            ? await set.UploadAsync(slug, png ?? ReadOnlyMemory<byte>.Empty, svg, caller, cancellationToken)
            : await set.DrawAsync(slug, form.Recipe, caller, cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            return TypedResults.LocalRedirect(BadgeFormPages.PicturePathOf(slug));
        }

        return await LoadAsync(slug, badges, images, cancellationToken) is { } found
            ? PicturePage.Show(
                viewer,
                PictureModel.Of(slug, found.Draft, found.Picture) with
                {
                    Typed = form.Recipe,
                    IsUpload = form.IsUpload,
                    Errors = BadgeFormModel.ErrorsOf(refusal.Faults.Select(PostedPicture.Place)),
                },
                StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> DraftPictureAsync(
        string slug, BadgeStore badges, ImageStore images, CancellationToken cancellationToken) =>
        await LoadAsync(slug, badges, images, cancellationToken) is { Picture: { } picture }
            ? PublishedAnswers.Answer(PublishedDocument.Of("image/svg+xml", picture.Svg, Freshness.Private))
            : TypedResults.NotFound();

    private static async Task<(BadgeVersion Draft, BadgePicture? Picture)?> LoadAsync(
        string slug, BadgeStore badges, ImageStore images, CancellationToken cancellationToken)
    {
        if (await badges.FindBadgeAsync(slug, cancellationToken) is not { } badge || badge.Slug != slug
            || await badges.FindDraftAsync(badge.Id, cancellationToken) is not { } draft)
        {
            return null;
        }

        return (draft, draft.ImageId is { } imageId ? await images.FindAsync(imageId, cancellationToken) : null);
    }
}

/// <summary>What the browser posts for a picture, beside the files.</summary>
public sealed record PostedPicture
{
    public const string Own = "autre";

    public required bool IsUpload { get; init; }
    public required PictureRequest Recipe { get; init; }

    /// <summary>
    /// The API has one field for the icon; the form has a choice and a field of its own for another path.
    /// </summary>
    public static FieldFault Place(FieldFault fault) =>
        fault.Field == "picture.icon" ? fault with { Field = "picture.iconPath" } : fault;

    public static PostedPicture Read(IFormCollection form)
    {
        var icon = form["picture.icon"].ToString();
        return new PostedPicture
        {
            IsUpload = form["maniere"] == "fichier",
            Recipe = new PictureRequest
            {
                Shape = form["picture.shape"],
                Palette = form["picture.palette"],
                Icon = icon is "" or Own ? form["picture.iconPath"].ToString().Trim() : icon,
                ShortTitle = form["picture.shortTitle"],
            },
        };
    }
}
