using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>Atkinson Hyperlegible, embedded: no font of the machine is ever used.</summary>
internal static class Typefaces
{
    private static readonly Lazy<SKTypeface> LoadedRegular = new(() => Load("400Regular"));
    private static readonly Lazy<SKTypeface> LoadedBold = new(() => Load("700Bold"));

    public static SKTypeface Regular => LoadedRegular.Value;

    public static SKTypeface Bold => LoadedBold.Value;

    private static SKTypeface Load(string weight)
    {
        var resource = $"Badges.Imaging.Rendering.Fonts.AtkinsonHyperlegible_{weight}.ttf";
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{resource} is not a typeface.");
    }
}
