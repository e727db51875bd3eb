using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

/// <summary>Contrast ratio. Web Content Accessibility Guidelines 2.2, definitions of relative luminance and contrast.</summary>
internal static class Contrast
{
    public static double Between(SKColor one, SKColor other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
