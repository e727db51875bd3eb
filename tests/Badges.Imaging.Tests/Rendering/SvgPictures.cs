using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

/// <summary>Paints the paths of our own SVG, to compare them with the PNG.</summary>
internal static class SvgPictures
{
    public static SKBitmap Paint(string svg)
    {
        var bitmap = new SKBitmap(new SKImageInfo(600, 600, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        foreach (var element in XDocument.Parse(svg).Root!.Elements().Where(element => element.Name.LocalName == "path"))
        {
            using var path = SKPath.ParseSvgPathData(element.Attribute("d")!.Value);
            path.FillType = element.Attribute("fill-rule") is null ? SKPathFillType.Winding : SKPathFillType.EvenOdd;
            var opacity = element.Attribute("fill-opacity")?.Value ?? "1";
            using var paint = new SKPaint
            {
                IsAntialias = true,
                Color = SKColor.Parse(element.Attribute("fill")!.Value)
                    .WithAlpha((byte)Math.Round(255 * double.Parse(opacity, CultureInfo.InvariantCulture))),
            };
            canvas.DrawPath(path, paint);
        }

        return bitmap;
    }

    /// <summary>How many pixels differ by more than the tolerance in one of their channels.</summary>
    public static int DifferentPixels(SKBitmap one, SKBitmap other, int tolerance) =>
        one.Pixels.Zip(other.Pixels).Count(pair =>
            Math.Abs(pair.First.Alpha - pair.Second.Alpha) > tolerance
            || (pair.First.Alpha > tolerance
                && (Math.Abs(pair.First.Red - pair.Second.Red) > tolerance
                    || Math.Abs(pair.First.Green - pair.Second.Green) > tolerance
                    || Math.Abs(pair.First.Blue - pair.Second.Blue) > tolerance)));
}
