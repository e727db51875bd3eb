using Badges.Server.Web.Components;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What the form for a picture shows.</summary>
public sealed record PictureModel
{
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>The picture that the draft has now.</summary>
    public string? PictureUrl { get; init; }

    public required string ImageAlt { get; init; }
    public required PictureRequest Typed { get; init; }
    public bool IsUpload { get; init; }
    public required IReadOnlyList<OfferedIcon> Icons { get; init; }
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public bool IsOwnIcon => !string.IsNullOrEmpty(Typed.Icon) && Icons.All(icon => icon.Path != Typed.Icon);

    public static PictureModel Of(string slug, BadgeVersion draft, BadgePicture? picture) => new()
    {
        Slug = slug,
        Name = draft.French.Name,
        PictureUrl = picture is null ? null : BadgeFormPages.DraftPicturePathOf(slug, draft),
        ImageAlt = draft.French.ImageAlt,
        Typed = PictureResponse.ReadRecipe(picture?.Recipe) ?? new PictureRequest
        {
            Shape = "hexagon",
            Palette = "ocean",
            Icon = OfferedIcon.All[0].Path,
            ShortTitle = draft.French.ShortName,
        },
        IsUpload = picture is { Recipe: null },
        Icons = OfferedIcon.All,
    };
}
