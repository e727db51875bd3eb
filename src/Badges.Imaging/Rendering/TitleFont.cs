using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The letters of a badge's title.</summary>
internal static class TitleFont
{
    /// <summary>Height of a capital letter, as a share of the size.</summary>
    public const float CapitalHeight = 0.668f;

    public static bool HasAll(string text)
    {
        using var font = Create(100, 1);
        return font.ContainsGlyphs(text);
    }

    public static float Measure(string text)
    {
        using var font = Create(100, 1);
        return font.MeasureText(text) / 100;
    }

    /// <summary>The outlines of a line, centred.</summary>
    public static SKPath Outline(string text, float size, float stretch, float centre, float baseline)
    {
        using var font = Create(size, stretch);
        return font.GetTextPath(text, new SKPoint(centre - (font.MeasureText(text) / 2), baseline));
    }

    private static SKFont Create(float size, float stretch) => new(Typefaces.Bold, size, stretch)
    {
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        Subpixel = true,
    };
}
