using System.Text;
using Badges.Imaging.Png;

namespace Badges.Credentials.Baking;

/// <summary>Credentials in a PNG: one iTXt chunk a version, right after IHDR; every other byte stays as it was
/// (Open Badges 3.0, section 5.3.1; Open Badges 2.0, "Baking specification").</summary>
public static class PngBaking
{
    /// <summary>The keyword of Open Badges 3.0.</summary>
    public const string OpenBadges3Keyword = "openbadgecredential";

    /// <summary>The keyword of Open Badges 2.0 and older.</summary>
    public const string OpenBadges2Keyword = "openbadges";

    private static readonly byte[][] Keywords =
        [Encoding.ASCII.GetBytes(OpenBadges3Keyword), Encoding.ASCII.GetBytes(OpenBadges2Keyword)];

    /// <summary>The picture with these credentials and no others: what either keyword held before is gone.</summary>
    /// <exception cref="ArgumentException">The bytes are not a PNG, or a text cannot stand in a chunk.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> png, string? openBadges3, string? openBadges2) =>
        TryBake(png, openBadges3, openBadges2, out var fault)
        ?? throw new ArgumentException($"Not a PNG datastream: {fault}.", nameof(png));

    /// <summary>The same, or null with the reason why the picture is not one that can be baked.</summary>
    /// <exception cref="ArgumentException">A text holds NUL or a lone surrogate.</exception>
    public static byte[]? TryBake(
        ReadOnlyMemory<byte> png, string? openBadges3, string? openBadges2, out PngFault fault)
    {
        if (PngDatastream.TryRead(png, out fault) is not { } picture)
        {
            return null;
        }

        var kept = picture.Chunks.Where(chunk => KeywordOf(chunk) is null).ToList();
        kept.InsertRange(1, Chunks(openBadges3, openBadges2));
        return picture.WithChunks(kept).ToBytes();
    }

    /// <summary>Every text under either keyword, in the order of the file, or null with the reason why it cannot be
    /// read.</summary>
    public static IReadOnlyList<BakedText>? TryRead(
        ReadOnlyMemory<byte> png, int maxInflatedBytes, out PngFault fault) =>
        PngDatastream.TryRead(png, out fault) is { } picture ? Read(picture, maxInflatedBytes) : null;

    /// <summary>Every text under either keyword, in the order of the file.</summary>
    public static IReadOnlyList<BakedText> Read(PngDatastream png, int maxInflatedBytes)
    {
        ArgumentNullException.ThrowIfNull(png);
        return [.. from chunk in png.Chunks
                   let keyword = KeywordOf(chunk)
                   where keyword is not null
                   select Read(chunk, keyword, maxInflatedBytes)];
    }

    private static IEnumerable<PngChunk> Chunks(string? openBadges3, string? openBadges2)
    {
        if (openBadges3 is not null)
        {
            yield return Chunk(OpenBadges3Keyword, openBadges3);
        }

        if (openBadges2 is not null)
        {
            yield return Chunk(OpenBadges2Keyword, openBadges2);
        }
    }

    private static PngChunk Chunk(string keyword, string text) =>
        new PngText(keyword, text, PngTextKind.International, Compressed: false).ToChunk();

    private static BakedText Read(PngChunk chunk, string keyword, int maxInflatedBytes)
    {
        if (PngText.TryRead(chunk, maxInflatedBytes) is { } text)
        {
            return new(keyword, text.Text, text.Kind, text.Compressed);
        }

        var kind = KindOf(chunk.Type) ?? PngTextKind.International;
        return new(keyword, Text: null, kind, Compressed: kind is PngTextKind.CompressedLatin1);
    }

    // A chunk that is malformed behind its keyword is ours all the same: it is replaced, and reading reports it.
    private static string? KeywordOf(PngChunk chunk)
    {
        var data = chunk.Data.Span;
        var length = KindOf(chunk.Type) is null ? -1 : data.IndexOf((byte)0);
        foreach (var keyword in Keywords)
        {
            if (length >= 0 && data[..length].SequenceEqual(keyword))
            {
                return Encoding.ASCII.GetString(keyword);
            }
        }

        return null;
    }

    private static PngTextKind? KindOf(string chunkType) => chunkType switch
    {
        "iTXt" => PngTextKind.International,
        "tEXt" => PngTextKind.Latin1,
        "zTXt" => PngTextKind.CompressedLatin1,
        _ => null,
    };
}
