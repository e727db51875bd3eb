namespace Badges.Imaging.Rendering;

/// <summary>
/// Draws a badge: PNG and SVG show the same layers, the same recipe always gives the same bytes, and no font of the machine
/// is used.
/// </summary>
public static class BadgeArtwork
{
    /// <summary>The side of a badge's picture, in pixels.</summary>
    public const int DefaultSize = 600;

    private const int SmallestSize = 16;
    private const int LargestSize = 2000;

    /// <summary>Whether a badge of this name can be drawn from the recipe, or why not.</summary>
    public static RecipeFault Check(BadgeRecipe recipe, string name)
    {
        var fault = CheckTitle(recipe, name, out _);
        return fault == RecipeFault.None ? BadgeIcon.TryRead(recipe.IconPath, out _) : fault;
    }

    /// <summary>The picture with a transparent ground.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds a fault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 16 to 2000.</exception>
    public static byte[] DrawPng(BadgeRecipe recipe, string name, int size = DefaultSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        return PngPainter.Paint(Layers(recipe, name), size);
    }

    /// <summary>The picture as SVG, its title drawn as paths.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds a fault.</exception>
    public static string DrawSvg(BadgeRecipe recipe, string name) => SvgPainter.Paint(Layers(recipe, name), name);

    private static IReadOnlyList<DrawingLayer> Layers(BadgeRecipe recipe, string name)
    {
        var fault = CheckTitle(recipe, name, out var title);
        if (title is null)
        {
            throw new ArgumentException($"The badge cannot be drawn: {fault}.", nameof(recipe));
        }

        fault = BadgeIcon.TryRead(recipe.IconPath, out var icon);
        if (fault != RecipeFault.None)
        {
            throw new ArgumentException($"The badge cannot be drawn: {fault}.", nameof(recipe));
        }

        return BadgeDrawing.Layers(recipe, title, icon);
    }

    private static RecipeFault CheckTitle(BadgeRecipe recipe, string name, out TitleLayout? layout)
    {
        layout = null;
        if (recipe.ShortTitle?.Length > BadgeRecipe.MaximumShortTitle)
        {
            return RecipeFault.ShortTitleTooLong;
        }

        var title = string.IsNullOrWhiteSpace(recipe.ShortTitle) ? name : recipe.ShortTitle;
        if (string.IsNullOrWhiteSpace(title))
        {
            return RecipeFault.TitleMissing;
        }

        if (!TitleFont.HasAll(title))
        {
            return RecipeFault.UnknownCharacter;
        }

        layout = TitleLayout.TryFit(title);
        return layout is null ? RecipeFault.TitleDoesNotFit : RecipeFault.None;
    }
}
