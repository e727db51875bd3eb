using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The outlines of the shapes, and the same a little further in.</summary>
internal static class ShapeOutline
{
    private const int Scallops = 20;
    private const string ShieldPath =
        """
        M300 6 C368 40 452 58 530 58 C546 58 556 68 556 84 L556 300 C556 440 450 540 300 596
        C150 540 44 440 44 300 L44 84 C44 68 54 58 70 58 C148 58 232 40 300 6 Z
        """;

    private static readonly SKPoint Centre = new(BadgeDrawing.Side / 2, (BadgeDrawing.Side / 2) - 4);

    public static SKPath Of(BadgeShape shape) => shape switch
    {
        BadgeShape.Circle => Paths.Disc(Centre.X, Centre.Y, 290),
        BadgeShape.Hexagon => Hexagon(radius: 306, rounding: 48),
        BadgeShape.Shield => SKPath.ParseSvgPathData(ShieldPath),
        BadgeShape.Rosette => Rosette(valley: 276, crest: 312),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "Not a shape."),
    };

    /// <summary>The outline moved inwards; inside the scallops of a rosette, a disc.</summary>
    public static SKPath Inset(BadgeShape shape, float distance) => shape switch
    {
        BadgeShape.Rosette => Paths.Disc(Centre.X, Centre.Y, 268 - distance),
        BadgeShape.Circle => Paths.Disc(Centre.X, Centre.Y, 290 - distance),
        _ => Shrink(Of(shape), distance),
    };

    /// <summary>A bead in each scallop of a rosette.</summary>
    public static SKPath Beads(BadgeShape shape) => Paths.Join(
        Enumerable.Range(0, shape == BadgeShape.Rosette ? Scallops : 0)
            .Select(i => Paths.Around(Centre, 281, (i * 360f / Scallops) - 90))
            .Select(point => Paths.Disc(point.X, point.Y, 6.5f)));

    /// <summary>The outline less a stroke of twice the distance along it.</summary>
    private static SKPath Shrink(SKPath outline, float distance)
    {
        using var paint = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 2 * distance,
            StrokeJoin = SKStrokeJoin.Round,
        };
        using var stroke = paint.GetFillPath(outline);
        return outline.Op(stroke, SKPathOp.Difference);
    }

    private static SKPath Hexagon(float radius, float rounding)
    {
        using var path = new SKPathBuilder();
        for (var i = 0; i < 6; i++)
        {
            var corner = Paths.Around(Centre, radius, (i * 60) - 90);
            var entry = Towards(corner, Paths.Around(Centre, radius, (i * 60) - 150), rounding);
            var exit = Towards(corner, Paths.Around(Centre, radius, (i * 60) - 30), rounding);
            if (i == 0)
            {
                path.MoveTo(entry);
            }
            else
            {
                path.LineTo(entry);
            }

            path.QuadTo(corner, exit);
        }

        path.Close();
        return path.Detach();
    }

    private static SKPath Rosette(float valley, float crest)
    {
        const float Step = 360f / Scallops;
        const float Handle = Step * 0.42f;
        using var path = new SKPathBuilder();
        path.MoveTo(Paths.Around(Centre, valley, -90 - (Step / 2)));
        for (var i = 0; i < Scallops; i++)
        {
            var angle = (i * Step) - 90;
            path.CubicTo(
                Paths.Around(Centre, crest, angle - Handle),
                Paths.Around(Centre, crest, angle + Handle),
                Paths.Around(Centre, valley, angle + (Step / 2)));
        }

        path.Close();
        return path.Detach();
    }

    private static SKPoint Towards(SKPoint from, SKPoint to, float distance)
    {
        var share = distance / SKPoint.Distance(from, to);
        return new SKPoint(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
    }
}
