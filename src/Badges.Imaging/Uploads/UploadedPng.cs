using Badges.Imaging.Png;
using SkiaSharp;

namespace Badges.Imaging.Uploads;

/// <summary>
/// The rules for a picture that somebody drew elsewhere. Pixels are decoded, to know that they can be, only when the header
/// is within bounds; what is kept is the file itself, never a new encoding.
/// </summary>
public static class UploadedPng
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaximumBytes = 2 * 1024 * 1024;

    /// <summary>The fewest pixels of a side, which OB 2.0 asks for.</summary>
    public const int MinimumSide = 90;

    /// <summary>The most pixels of a side.</summary>
    public const int MaximumSide = 2000;

    private const double SquareTolerance = 0.02;

    /// <summary>Judges a file and cleans it, or names its first offence. Never throws, whatever the bytes.</summary>
    public static UploadCheck Check(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaximumBytes)
        {
            return new UploadCheck { Fault = UploadFault.TooLarge };
        }

        if (PngDatastream.TryRead(file, out var damage) is not { } picture)
        {
            return new UploadCheck { Fault = FaultOf(damage), Damage = damage };
        }

        var found = new UploadCheck { Width = picture.Width, Height = picture.Height, Fault = CheckHeader(picture) };
        if (found.Fault != UploadFault.None)
        {
            return found;
        }

        var clean = PictureChunks.Keep(picture).ToBytes();
        return Decodes(clean) ? found with { Clean = clean } : found with { Fault = UploadFault.Undecodable };
    }

    private static UploadFault FaultOf(PngFault damage) => damage switch
    {
        PngFault.Empty => UploadFault.Empty,
        PngFault.NotPng => UploadFault.NotPng,
        _ => UploadFault.Damaged,
    };

    private static UploadFault CheckHeader(PngDatastream picture)
    {
        var (shorter, longer) = picture.Width < picture.Height
            ? (picture.Width, picture.Height)
            : (picture.Height, picture.Width);
        return (shorter, longer) switch
        {
            ( < MinimumSide, _) => UploadFault.TooSmall,
            (_, > MaximumSide) => UploadFault.TooBig,
            _ when longer - shorter > longer * SquareTolerance => UploadFault.NotSquare,
            _ when picture.Chunks.Any(chunk => chunk.Type is "acTL" or "fcTL" or "fdAT") => UploadFault.Animated,
            _ => UploadFault.None,
        };
    }

    /// <summary>GetPixels says Success only for a complete picture; SKBitmap.Decode would fill the rest in silence.</summary>
    private static bool Decodes(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return false;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success;
    }
}
