using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>Path data in relative commands and tenths of a unit. Scalable Vector Graphics 1.1, section 8.3.</summary>
internal static class SvgPathData
{
    private const int UnitsPerStep = 10;
    private const int ConicSubdivisions = 2;

    public static void Append(StringBuilder text, SKPath path)
    {
        var points = new SKPoint[4];
        var (x, y) = (0, 0);
        var (startX, startY) = (0, 0);
        using var iterator = path.CreateRawIterator();
        SKPathVerb verb;
        while ((verb = iterator.Next(points)) != SKPathVerb.Done)
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    Command(text, 'm', points.AsSpan(0, 1), ref x, ref y);
                    (startX, startY) = (x, y);
                    break;
                case SKPathVerb.Line:
                    Command(text, 'l', points.AsSpan(1, 1), ref x, ref y);
                    break;
                case SKPathVerb.Quad:
                    Command(text, 'q', points.AsSpan(1, 2), ref x, ref y);
                    break;
                case SKPathVerb.Conic:
                    var quads = SKPath.ConvertConicToQuads(
                        points[0], points[1], points[2], iterator.ConicWeight(), ConicSubdivisions);
                    for (var i = 1; i + 1 < quads.Length; i += 2)
                    {
                        Command(text, 'q', quads.AsSpan(i, 2), ref x, ref y);
                    }

                    break;
                case SKPathVerb.Cubic:
                    Command(text, 'c', points.AsSpan(1, 3), ref x, ref y);
                    break;
                default:
                    text.Append('z');
                    (x, y) = (startX, startY);
                    break;
            }
        }
    }

    /// <summary>All points of a command are relative to where it starts; rounding never adds up.</summary>
    private static void Command(StringBuilder text, char command, ReadOnlySpan<SKPoint> points, ref int x, ref int y)
    {
        text.Append(command);
        var (nextX, nextY) = (x, y);
        for (var i = 0; i < points.Length; i++)
        {
            nextX = Round(points[i].X);
            nextY = Round(points[i].Y);
            Number(text, nextX - x, isFirst: i == 0);
            Number(text, nextY - y, isFirst: false);
        }

        (x, y) = (nextX, nextY);
    }

    private static int Round(float value) => (int)MathF.Round(value * UnitsPerStep);

    private static void Number(StringBuilder text, int tenths, bool isFirst)
    {
        if (tenths < 0)
        {
            text.Append('-');
        }
        else if (!isFirst)
        {
            text.Append(' ');
        }

        var (units, rest) = Math.DivRem(Math.Abs(tenths), UnitsPerStep);
        if (units > 0 || rest == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{units}");
        }

        if (rest > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $".{rest}");
        }
    }
}
