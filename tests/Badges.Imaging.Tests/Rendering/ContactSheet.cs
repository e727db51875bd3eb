using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

/// <summary>Badges on one sheet: large and, on a light and on a dark ground, at 96 and 48 pixels.</summary>
internal static class ContactSheet
{
    private const int Gap = 20;
    private const int SmallRow = 96 + (2 * Gap);
    private static readonly SKColor Paper = SKColor.Parse("#FBF8F3");
    private static readonly SKColor Night = SKColor.Parse("#141B26");

    public static SKBitmap Draw(IReadOnlyList<(string Name, BadgeRecipe Recipe)> badges, int large, int columns, bool hasSmall)
    {
        var rows = (badges.Count + columns - 1) / columns;
        var rowHeight = large + Gap + (hasSmall ? SmallRow : 0);
        var sheet = new SKBitmap(columns * (large + Gap), rows * rowHeight);
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(Paper);
        for (var i = 0; i < badges.Count; i++)
        {
            var (x, y) = (i % columns * (large + Gap), i / columns * rowHeight);
            DrawPicture(canvas, badges[i], large, x, y);
            if (hasSmall)
            {
                DrawSmall(canvas, badges[i], x, y + large, large / 2);
            }
        }

        return sheet;
    }

    private static void DrawSmall(SKCanvas canvas, (string Name, BadgeRecipe Recipe) badge, int x, int y, int half)
    {
        using var night = new SKPaint { Color = Night };
        canvas.DrawRect(x + half, y, half, SmallRow, night);
        foreach (var left in (int[])[x + Gap, x + half + Gap])
        {
            DrawPicture(canvas, badge, 96, left, y + Gap);
            DrawPicture(canvas, badge, 48, left + 96 + Gap, y + Gap + 24);
        }
    }

    private static void DrawPicture(SKCanvas canvas, (string Name, BadgeRecipe Recipe) badge, int size, int x, int y)
    {
        using var picture = SKImage.FromEncodedData(BadgeArtwork.DrawPng(badge.Recipe, badge.Name, size));
        canvas.DrawImage(picture, x, y, SKSamplingOptions.Default);
    }
}
