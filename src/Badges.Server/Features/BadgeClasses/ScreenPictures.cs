using System.Collections.Concurrent;
using System.IO.Compression;
using Badges.Imaging.Rendering;
using Badges.Server.Publication;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// What stands at <c>/achievements/{version}/vignette</c>: the picture that pages show, a few kilobytes where the one
/// of the badge weighs a hundred. The drawing itself where it is lighter once compressed, which is so for all that we
/// draw; otherwise a WebP.
/// </summary>
public sealed class ScreenPictures(BadgeStore badges, ImageStore images)
{
    /// <summary>Kept in memory; more badges than this begin anew.</summary>
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<Guid, PublishedDocument> _kept = new();

    public static string PathOf(string versionPublicId) => $"/achievements/{versionPublicId}/vignette";

    public async Task<PublishedDocument?> FindAsync(string versionPublicId, CancellationToken cancellationToken)
    {
        if (await badges.FindPublishedVersionAsync(versionPublicId, cancellationToken)
            is not { Version.ImageId: { } imageId })
        {
            return null;
        }

        if (_kept.TryGetValue(imageId, out var known))
        {
            return known;
        }

        if (await images.FindAsync(imageId, cancellationToken) is not { } picture)
        {
            return null;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[imageId] = Lightest(picture);
    }

    private static PublishedDocument Lightest(BadgePicture picture)
    {
        var webp = ScreenPicture.Shrink(picture.Png);
        return CompressedLength(picture.Svg) <= webp.Length
            ? PublishedDocument.Of("image/svg+xml", picture.Svg, Freshness.Immutable)
            : PublishedDocument.Of("image/webp", webp, Freshness.Immutable);
    }

    private static long CompressedLength(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return compressed.Length;
    }
}
