using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Badges.Credentials.Baking;
using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Verification.Pictures;

/// <summary>What some bytes are as a picture, and what they show. It is worked out once for each array, so that a
/// picture which is kept is not read again for each badge.</summary>
internal sealed class PictureContent
{
    private static readonly ConditionalWeakTable<byte[], PictureContent> Known = [];

    private readonly Lazy<PngDatastream?> _png;
    private readonly Lazy<byte[]?> _drawing;

    private PictureContent(ReadOnlyMemory<byte> bytes)
    {
        Container = Submission.Read(bytes, contentType: null).Submission is { IsPicture: true } picture
            ? picture.Container
            : null;
        Name = Container switch
        {
            SubmissionContainer.Png => "PNG",
            SubmissionContainer.Svg => "SVG",
            _ => NameOf(bytes.Span),
        };
        _png = new(() => Container is SubmissionContainer.Png ? PngDatastream.TryRead(bytes, out _) : null);
        _drawing = new(() => Container switch
        {
            SubmissionContainer.Png => _png.Value is { } png ? PngDrawing.Sha256(png) : null,
            SubmissionContainer.Svg =>
                SvgDocument.TryRead(bytes, out _) is { } svg ? SvgDrawing.TrySha256(svg, SvgBaking.Elements) : null,
            _ => null,
        });
    }

    /// <summary>PNG or SVG; null for anything else.</summary>
    public SubmissionContainer? Container { get; }

    /// <summary>The kind of picture as people call it; null for what is no picture that we know.</summary>
    public string? Name { get; }

    /// <summary>The digest of what it shows, records left out; null when it cannot be read, or is too
    /// intricate to be compared.</summary>
    public byte[]? Drawing => _drawing.Value;

    /// <summary>Whether both are PNG and what is seen of them is written the same: then no digest is needed.</summary>
    public bool IsWrittenLike(PictureContent other) =>
        _png.Value is { } one && other._png.Value is { } two && PngDrawing.AreWrittenAlike(one, two);

    public static PictureContent Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array
        && segment.Count == array.Length
            ? Known.GetValue(array, static whole => new PictureContent(whole))
            : new PictureContent(bytes);

    private static string? NameOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x47, 0x49, 0x46, 0x38, ..] => "GIF",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "WebP",
        _ => null,
    };
}
