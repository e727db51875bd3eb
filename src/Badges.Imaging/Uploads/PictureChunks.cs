using Badges.Imaging.Png;

namespace Badges.Imaging.Uploads;

/// <summary>
/// Which chunks of a picture from outside are kept: those that its pixels need. Texts, dates, camera data and everything
/// that we do not know are left out. Portable Network Graphics, section 11.3.
/// </summary>
internal static class PictureChunks
{
    private const int MaximumProfile = 1024 * 1024;
    private static readonly string[] Kept = ["tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP"];

    public static PngDatastream Keep(PngDatastream picture) => picture.WithChunks(picture.Chunks.Where(IsKept));

    private static bool IsKept(PngChunk chunk) =>
        !chunk.IsAncillary || Kept.Contains(chunk.Type) || (chunk.Type == "iCCP" && IsSmallProfile(chunk));

    /// <summary>A colour profile is kept when it inflates to a reasonable size (11.3.2.3).</summary>
    private static bool IsSmallProfile(PngChunk chunk)
    {
        var nul = chunk.Data.Span.IndexOf((byte)0);
        return nul is >= 1 and <= 79 && chunk.Data.Length > nul + 2
            && BoundedInflate.TryRun(chunk.Data[(nul + 2)..], MaximumProfile) is not null;
    }
}
