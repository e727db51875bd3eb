using SkiaSharp;

namespace Badges.Imaging.Sheets;

/// <summary>The colours of paper: those of the light pages of the service.</summary>
internal static class SheetColours
{
    public static SKColor Text { get; } = SKColor.Parse("#1B2A41");

    public static SKColor Muted { get; } = SKColor.Parse("#55606E");

    public static SKColor Line { get; } = SKColor.Parse("#E3DCCF");

    public static SKColor Link { get; } = SKColor.Parse("#0B5F66");

    public static SKColor Gold { get; } = SKColor.Parse("#F4B942");

    public static SKColor GoldLight { get; } = SKColor.Parse("#FBE0A3");

    public static SKColor GoldDark { get; } = SKColor.Parse("#C98A14");

    /// <summary>The colour of an answer and the ground that it stands on.</summary>
    public static (SKColor Tone, SKColor Ground) Of(SheetTone tone) => tone switch
    {
        SheetTone.Green => (SKColor.Parse("#0F5C32"), SKColor.Parse("#E6F4EA")),
        SheetTone.Amber => (SKColor.Parse("#7A4A00"), SKColor.Parse("#FFF1D0")),
        SheetTone.Red => (SKColor.Parse("#9B1C2B"), SKColor.Parse("#FCE8E8")),
        _ => (SKColor.Parse("#3F4A58"), SKColor.Parse("#EDF0F3")),
    };

    public static SKColor Of(SheetMark mark) => mark switch
    {
        SheetMark.Check => SKColor.Parse("#0F5C32"),
        SheetMark.Cross => SKColor.Parse("#9B1C2B"),
        _ => Muted,
    };
}
