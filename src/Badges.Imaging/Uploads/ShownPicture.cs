using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Imaging.Uploads;

/// <summary>
/// A picture from elsewhere as it may stand on a page: still, small enough, without records, texts and scripts. Nothing
/// is decoded here; the bounds are those of the program that will.
/// </summary>
public static class ShownPicture
{
    /// <summary>The largest file, in bytes: it travels inside the page.</summary>
    public const int MaximumBytes = 300_000;

    /// <summary>The PNG without texts, camera data and animation; null when it is none, or too large.</summary>
    public static byte[]? TryCleanPng(ReadOnlyMemory<byte> file)
    {
        var picture = file.Length <= MaximumBytes ? PngDatastream.TryRead(file, out _) : null;
        return picture is { Width: <= UploadedPng.MaximumSide, Height: <= UploadedPng.MaximumSide }
            ? PictureChunks.Keep(picture).ToBytes()
            : null;
    }

    /// <summary>The SVG cleaned; null when it is none, is too large, or holds what could run or fetch.</summary>
    public static byte[]? TryCleanSvg(ReadOnlyMemory<byte> file) =>
        file.Length <= MaximumBytes ? SvgSanitizer.Clean(file).Cleaned : null;
}
