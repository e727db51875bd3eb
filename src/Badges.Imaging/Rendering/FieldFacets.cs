using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The lighter parts of the field: rays on round shapes, the faces of a cut stone on the others.</summary>
internal static class FieldFacets
{
    private const float Reach = 700;

    public static SKPath Of(BadgeShape shape, SKPoint centre) => shape switch
    {
        BadgeShape.Hexagon => Sectors(centre, count: 3, start: -90, width: 60),
        BadgeShape.Shield => Sectors(centre, count: 1, start: 90, width: 180),
        _ => Sectors(centre, count: 14, start: -90 - (90f / 14), width: 180f / 14),
    };

    private static SKPath Sectors(SKPoint centre, int count, float start, float width)
    {
        var sectors = new List<SKPath>();
        for (var i = 0; i < count; i++)
        {
            var angle = start + (i * 360f / count);
            var from = Paths.Around(centre, Reach, angle);
            var middle = Paths.Around(centre, Reach * 1.4f, angle + (width / 2));
            var to = Paths.Around(centre, Reach, angle + width);
            sectors.Add(Paths.Polygon((centre.X, centre.Y), (from.X, from.Y), (middle.X, middle.Y), (to.X, to.Y)));
        }

        return Paths.Join(sectors);
    }
}
