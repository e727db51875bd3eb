using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The pépite: the programme's small cut stone at the top of each badge.</summary>
internal static class GemDrawing
{
    private const float HalfWidth = 30;
    private const float Table = 16;
    private const float Inner = 12;
    private const float Crown = 17;
    private const float Height = 58;
    private const float Setting = 7;

    public static IEnumerable<DrawingLayer> Layers(float x, float top, PaletteColours colours)
    {
        var y = top + Setting;
        return
        [
            new(Stone(x, top, Setting), colours.Edge),
            new(Stone(x, y, 0), colours.Gem),
            new(
                Paths.Join(
                    Paths.Polygon((x - Table, y), (x, y), (x - Inner, y + Crown)),
                    Paths.Polygon((x - Table, y), (x - Inner, y + Crown), (x - HalfWidth, y + Crown))),
                colours.GemLight),
            new(Paths.Polygon((x + Inner, y + Crown), (x + HalfWidth, y + Crown), (x, y + Height)), colours.GemDark),
        ];
    }

    private static SKPath Stone(float x, float top, float margin) => Paths.Polygon(
        (x - Table - (margin * 0.6f), top),
        (x + Table + (margin * 0.6f), top),
        (x + HalfWidth + (margin * 1.2f), top + Crown + margin),
        (x, top + Height + (margin * 2.2f)),
        (x - HalfWidth - (margin * 1.2f), top + Crown + margin));
}
