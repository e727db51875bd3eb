using Badges.Imaging.Png;
using Badges.Imaging.Uploads;

namespace Badges.Imaging.Svg;

/// <summary>Judges <c>href</c>: an element of the same file, or on <c>image</c> an embedded PNG within bounds.</summary>
internal static class SvgReference
{
    private const string DataPrefix = "data:image/png;base64,";
    private const int MaximumSide = 2000;

    /// <summary>The reference to keep (an embedded picture loses its texts), or null and the offence.</summary>
    public static string? TryClean(string element, string value, out SvgOffenceReason offence)
    {
        var reference = value.Trim();
        offence = SvgOffenceReason.ExternalReference;
        if (reference.StartsWith('#'))
        {
            return reference;
        }

        if (reference.Contains("script:", StringComparison.OrdinalIgnoreCase))
        {
            offence = SvgOffenceReason.Script;
            return null;
        }

        if (element != "image" || !reference.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        offence = SvgOffenceReason.EmbeddedPicture;
        return reference.StartsWith(DataPrefix, StringComparison.Ordinal) ? TryCleanPicture(reference) : null;
    }

    private static string? TryCleanPicture(string reference)
    {
        var base64 = reference.AsSpan(DataPrefix.Length);
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64Chars(base64, bytes, out var count)
            || PngDatastream.TryRead(bytes.AsMemory(0, count), out _) is not { } picture
            || picture.Width > MaximumSide || picture.Height > MaximumSide)
        {
            return null;
        }

        return DataPrefix + Convert.ToBase64String(PictureChunks.Keep(picture).ToBytes());
    }
}
