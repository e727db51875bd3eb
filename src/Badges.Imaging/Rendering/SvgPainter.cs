using System.Globalization;
using System.Security;
using System.Text;
using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>Writes layers as SVG: one path each, no text element, nothing that needs a font.</summary>
internal static class SvgPainter
{
    public static string Paint(IReadOnlyList<DrawingLayer> layers, string title)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{BadgeDrawing.Side}\"");
        svg.Append(CultureInfo.InvariantCulture, $" height=\"{BadgeDrawing.Side}\" viewBox=\"0 0 ");
        svg.Append(CultureInfo.InvariantCulture, $"{BadgeDrawing.Side} {BadgeDrawing.Side}\" role=\"img\">");
        svg.Append("<title>").Append(SecurityElement.Escape(title)).Append("</title>");
        foreach (var layer in layers)
        {
            Append(svg, layer);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, DrawingLayer layer)
    {
        var colour = layer.Colour;
        svg.Append("<path fill=\"");
        svg.Append(CultureInfo.InvariantCulture, $"#{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}\"");
        if (colour.Alpha != byte.MaxValue)
        {
            svg.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{colour.Alpha / 255f:0.###}\"");
        }

        if (layer.Path.FillType == SKPathFillType.EvenOdd)
        {
            svg.Append(" fill-rule=\"evenodd\"");
        }

        svg.Append(" d=\"");
        SvgPathData.Append(svg, layer.Path);
        svg.Append("\"/>");
    }
}
