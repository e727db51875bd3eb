using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>Atkinson Hyperlegible Bold, embedded: no font of the machine is ever used.</summary>
internal static class TitleFont
{
    private const string Resource = "Badges.Imaging.Rendering.Fonts.AtkinsonHyperlegible_700Bold.ttf";
    private static readonly Lazy<SKTypeface> Typeface = new(Load);

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

    private static SKFont Create(float size, float stretch) => new(Typeface.Value, size, stretch)
    {
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        Subpixel = true,
    };

    private static SKTypeface Load()
    {
        using var stream = typeof(TitleFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{Resource} is not a typeface.");
    }
}
