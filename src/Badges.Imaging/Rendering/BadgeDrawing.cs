using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>
/// The layers of a badge, from the back to the front: edge, rim, field, icon, ribbon, title, gem. Flat colours only, so
/// that the picture stays small and prints well.
/// </summary>
internal static class BadgeDrawing
{
    public const float Side = 600;

    private const float Middle = Side / 2;
    private const float EdgeWidth = 15;
    private const float RimWidth = 9;
    private const float IconSide = 286;
    private const float IconGap = 24;
    private const float ShadowDrop = 7;

    public static IReadOnlyList<DrawingLayer> Layers(BadgeRecipe recipe, TitleLayout title, SKPath icon)
    {
        var colours = PaletteColours.Of(recipe.Palette);
        var ribbon = new RibbonDrawing(title, colours);
        var field = ShapeOutline.Inset(recipe.Shape, EdgeWidth + RimWidth);
        return
        [
            new(ShapeOutline.Of(recipe.Shape), colours.Edge),
            new(ShapeOutline.Inset(recipe.Shape, EdgeWidth), colours.Rim),
            new(ShapeOutline.Beads(recipe.Shape), colours.Rim),
            new(field, colours.Field),
            new(FieldFacets.Of(recipe.Shape, IconCentre(recipe.Shape, ribbon)).Op(field, SKPathOp.Intersect), colours.Light),
            new(ribbon.Shadow(ShapeOutline.Inset(recipe.Shape, EdgeWidth)), colours.Edge.WithAlpha(90)),
            .. Icon(recipe.Shape, icon, ribbon, colours),
            .. ribbon.Layers(),
            .. GemDrawing.Layers(Middle, GemTop(recipe.Shape), colours),
        ];
    }

    private static IEnumerable<DrawingLayer> Icon(
        BadgeShape shape, SKPath icon, RibbonDrawing ribbon, PaletteColours colours)
    {
        var bounds = icon.TightBounds;
        var centre = IconCentre(shape, ribbon);
        var height = Math.Min(IconSide, 2 * (ribbon.Top - IconGap - centre.Y));
        var scale = Math.Min(IconSide / bounds.Width, height / bounds.Height);
        var placement = SKMatrix.CreateScale(scale, scale)
            .PostConcat(SKMatrix.CreateTranslation(
                centre.X - (bounds.MidX * scale), centre.Y - (bounds.MidY * scale)));
        var placed = Paths.Moved(icon, placement);
        var shadow = Paths.Moved(placed, SKMatrix.CreateTranslation(0, ShadowDrop));
        return [new(shadow, colours.Edge.WithAlpha(90)), new(placed, colours.Icon)];
    }

    /// <summary>The middle of what the ribbon leaves free; lower where the shape begins with a point.</summary>
    private static SKPoint IconCentre(BadgeShape shape, RibbonDrawing ribbon)
    {
        var top = shape is BadgeShape.Hexagon or BadgeShape.Shield ? 92 : 82;
        return new SKPoint(Middle, (top + ribbon.Top - IconGap) / 2);
    }

    private static float GemTop(BadgeShape shape) => shape switch
    {
        BadgeShape.Shield => 6,
        _ => 2,
    };
}
