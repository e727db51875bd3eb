using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>A badge's picture made light, for a screen.</summary>
public static class ScreenPicture
{
    /// <summary>The longer side in pixels: twice the 240 at which pages show a picture.</summary>
    public const int Side = 480;

    private const int Quality = 80;

    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>The picture as WebP, shrunk to the side of a screen picture and never enlarged.</summary>
    /// <param name="png">A picture that was checked before it was kept; never one that was handed in.</param>
    /// <exception cref="ArgumentException">It cannot be decoded.</exception>
    public static byte[] Shrink(ReadOnlySpan<byte> png)
    {
        using var whole = SKBitmap.Decode(png) ?? throw new ArgumentException("No picture can be decoded.", nameof(png));
        var scale = Math.Min(1f, Side / (float)Math.Max(whole.Width, whole.Height));
        var size = new SKImageInfo(
            Math.Max(1, (int)MathF.Round(whole.Width * scale)), Math.Max(1, (int)MathF.Round(whole.Height * scale)));
        using var small = whole.Resize(size, Sampling)
            ?? throw new ArgumentException("The picture cannot be resized.", nameof(png));
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded.ToArray();
    }
}
