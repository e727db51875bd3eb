using System.Text.Json;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>A picture as the API tells it: its measures, what it weighs, and the recipe when we drew it.</summary>
public sealed record PictureResponse
{
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required int PngBytes { get; init; }
    public required int SvgBytes { get; init; }
    public required string DrawingSha256 { get; init; }
    public PictureRequest? Recipe { get; init; }

    public static PictureResponse From(BadgePicture picture) => new()
    {
        Width = picture.Width,
        Height = picture.Height,
        PngBytes = picture.Png.Length,
        SvgBytes = picture.Svg.Length,
        DrawingSha256 = picture.DrawingSha256,
        Recipe = ReadRecipe(picture.Recipe),
    };

    public static PictureRequest? ReadRecipe(string? json) => json is null
        ? null
        : JsonSerializer.Deserialize<PictureRequest>(json, JsonSerializerOptions.Web);
}
