using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The icon of a recipe. Path data: Scalable Vector Graphics 1.1, section 8.3.</summary>
internal static class BadgeIcon
{
    private const float Grid = 24;
    private const float Tolerance = 0.05f;

    public static RecipeFault TryRead(string pathData, out SKPath path)
    {
        path = new SKPath();
        if (pathData.Length > BadgeRecipe.MaximumIconPath)
        {
            return RecipeFault.IconTooLong;
        }

        if (SKPath.ParseSvgPathData(pathData) is not { } parsed || IsFlat(parsed.TightBounds))
        {
            return RecipeFault.IconUnreadable;
        }

        path = parsed;
        var grid = SKRect.Create(-Tolerance, -Tolerance, Grid + (2 * Tolerance), Grid + (2 * Tolerance));
        return grid.Contains(parsed.TightBounds) ? RecipeFault.None : RecipeFault.IconOutsideGrid;
    }

    private static bool IsFlat(SKRect bounds) =>
        !(bounds.Width > Tolerance && bounds.Height > Tolerance
            && float.IsFinite(bounds.Width) && float.IsFinite(bounds.Height));
}
