using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>Simple closed paths, and paths moved or joined.</summary>
internal static class Paths
{
    public static SKPath Disc(float x, float y, float radius)
    {
        using var builder = new SKPathBuilder();
        builder.AddCircle(x, y, radius, SKPathDirection.Clockwise);
        return builder.Detach();
    }

    public static SKPath Rectangle(float left, float top, float right, float bottom) =>
        Polygon((left, top), (right, top), (right, bottom), (left, bottom));

    public static SKPath Polygon(params ReadOnlySpan<(float X, float Y)> corners)
    {
        using var builder = new SKPathBuilder();
        var points = new SKPoint[corners.Length];
        for (var i = 0; i < corners.Length; i++)
        {
            points[i] = new SKPoint(corners[i].X, corners[i].Y);
        }

        builder.AddPoly(points, true);
        return builder.Detach();
    }

    public static SKPath Join(params IEnumerable<SKPath> paths)
    {
        using var builder = new SKPathBuilder();
        foreach (var path in paths)
        {
            builder.AddPath(path, SKPathAddMode.Append);
        }

        return builder.Detach();
    }

    public static SKPath Moved(SKPath path, SKMatrix matrix)
    {
        var moved = new SKPath(path);
        moved.Transform(in matrix);
        return moved;
    }

    public static SKPath MirroredAcrossTheMiddle(SKPath path) =>
        Moved(path, SKMatrix.CreateScale(-1, 1, BadgeDrawing.Side / 2, 0));

    /// <summary>The point at an angle around another, 0° to the right, clockwise.</summary>
    public static SKPoint Around(SKPoint centre, float radius, float degrees)
    {
        var radians = degrees * MathF.PI / 180;
        return new SKPoint(centre.X + (radius * MathF.Cos(radians)), centre.Y + (radius * MathF.Sin(radians)));
    }
}
