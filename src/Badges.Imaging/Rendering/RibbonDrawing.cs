using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The ribbon with the title: a band, two tails behind it and the folds between.</summary>
internal sealed class RibbonDrawing(TitleLayout title, PaletteColours colours)
{
    private const float Bottom = 552;
    private const float Middle = BadgeDrawing.Side / 2;
    private const float NarrowestBand = 472;
    private const float TailOverhang = 32;
    private const float TailHidden = 62;
    private const float TailDrop = 26;
    private const float Notch = 24;
    private const float Padding = 24;
    private const float Stripe = 7;

    /// <summary>Whole units, as every straight edge of the ribbon, so that it is crisp at 600 pixels.</summary>
    private float Left => MathF.Floor(Middle - (Math.Max(NarrowestBand, title.Width + (2 * Padding)) / 2));

    private float Right => BadgeDrawing.Side - Left;

    private float TailLeft => Left - TailOverhang;

    private float TailRight => Left + TailHidden;

    public float Top => MathF.Floor(Bottom - (title.Lines.Count * title.LineHeight) - (2 * Padding));

    public IEnumerable<DrawingLayer> Layers() =>
    [
        new(WithMirrorImage(Tail()), colours.Tail),
        new(WithMirrorImage(Fold()), colours.Fold),
        new(Paths.Rectangle(Left, Top, Right, Bottom), colours.Ribbon),
        new(Stripes(), colours.Rim),
        new(Text(), colours.Text),
    ];

    /// <summary>What the band throws on the shape.</summary>
    public SKPath Shadow(SKPath shape) =>
        Paths.Rectangle(Left, Top - 8, Right, Top).Op(shape, SKPathOp.Intersect);

    private static SKPath WithMirrorImage(SKPath path) => Paths.Join(path, Paths.MirroredAcrossTheMiddle(path));

    private SKPath Tail()
    {
        var top = Top + TailDrop;
        const float Low = Bottom + TailDrop;
        return Paths.Polygon(
            (TailLeft, top), (TailRight, top), (TailRight, Low), (TailLeft, Low), (TailLeft + Notch, (top + Low) / 2));
    }

    private SKPath Fold() =>
        Paths.Polygon((Left, Bottom), (TailRight, Bottom), (TailRight, Bottom + TailDrop));

    private SKPath Stripes() => Paths.Join(
        Paths.Rectangle(Left, Top, Right, Top + Stripe),
        Paths.Rectangle(Left, Bottom - Stripe, Right, Bottom));

    private SKPath Text()
    {
        var first = ((Top + Bottom) / 2) - ((title.Lines.Count - 1) * title.LineHeight / 2)
            + (title.Size * TitleFont.CapitalHeight / 2);
        return Paths.Join(title.Lines.Select((line, i) => TitleFont.Outline(
            line, title.Size, title.Stretch, Middle, first + (i * title.LineHeight))));
    }
}
