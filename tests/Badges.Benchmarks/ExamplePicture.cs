using Badges.Imaging.Png;
using Badges.Imaging.Rendering;

namespace Badges.Benchmarks;

/// <summary>A badge's picture.</summary>
internal static class ExamplePicture
{
    /// <summary>As the service draws it.</summary>
    public static byte[] Draw() => BadgeArtwork.DrawPng(
        new()
        {
            Shape = BadgeShape.Hexagon,
            Palette = BadgePalette.Ember,
            IconPath = "M4 4H20V20H4Z",
            ShortTitle = "Délissage textile",
        },
        "Délissage de déchets textiles");

    /// <summary>The same, made as long as uploaded pictures are with a chunk that nobody reads.</summary>
    public static byte[] DrawOf(int length)
    {
        var png = PngDatastream.TryRead(Draw(), out _)!;
        var padding = new PngChunk("paDd", new byte[Math.Max(0, length - png.ToBytes().Length - 12)]);
        return png.WithChunks([.. png.Chunks.SkipLast(1), padding, png.Chunks[^1]]).ToBytes();
    }
}
