using System.Text;
using Badges.Imaging.Rendering;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Draws a badge's picture from its recipe, as PNG and as SVG.</summary>
public static class DrawPicture
{
    public static PictureRead From(PictureRequest request, string name)
    {
        var fields = new FieldReader();
        var recipe = new BadgeRecipe
        {
            Shape = fields.Choice("picture.shape", request.Shape, BadgeShape.Circle,
                "Choisissez une forme parmi celles proposées.", "Choose one of the shapes offered."),
            Palette = fields.Choice("picture.palette", request.Palette, BadgePalette.Ocean,
                "Choisissez une palette parmi celles proposées.", "Choose one of the palettes offered."),
            IconPath = (request.Icon ?? "").Trim(),
            ShortTitle = fields.Optional("picture.shortTitle", request.ShortTitle, BadgeRecipe.MaximumShortTitle),
        };
        return fields.Faults.Count > 0 ? new PictureRead { Faults = fields.Faults } : Draw(recipe, name);
    }

    /// <summary>Draws a recipe that was kept, for another name.</summary>
    public static PictureRead? FromJson(string json, string name) =>
        BadgeRecipe.TryParse(json) is { } recipe ? Draw(recipe, name) : null;

    private static PictureRead Draw(BadgeRecipe recipe, string name)
    {
        var fault = BadgeArtwork.Check(recipe, name);
        return fault == RecipeFault.None
            ? new PictureRead
            {
                Faults = [],
                Png = BadgeArtwork.DrawPng(recipe, name),
                Svg = Encoding.UTF8.GetBytes(BadgeArtwork.DrawSvg(recipe, name)),
                Width = BadgeArtwork.DefaultSize,
                Height = BadgeArtwork.DefaultSize,
                Recipe = recipe.ToJson(),
            }
            : PictureFaults.Of(fault);
    }
}
