using System.Buffers;
using System.Text;

namespace Badges.Imaging.Png;

/// <summary>A keyword and a text of a PNG file. Portable Network Graphics, section 11.3.3.</summary>
/// <param name="Keyword">1 to 79 printable Latin-1 characters.</param>
/// <param name="Text">The text, inflated when the chunk was compressed.</param>
/// <param name="Kind">The chunk that it was read from.</param>
/// <param name="Compressed">Whether the chunk held it compressed.</param>
public sealed record PngText(string Keyword, string Text, PngTextKind Kind, bool Compressed)
{
    /// <summary>The type of the chunk that <see cref="ToChunk"/> makes.</summary>
    public const string ChunkType = "iTXt";

    private const int MaximumKeyword = 79;
    private const string Latin1Type = "tEXt";
    private const string CompressedType = "zTXt";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> PrintableLatin1 = SearchValues.Create(
        [.. Enumerable.Range(32, 95).Concat(Enumerable.Range(161, 95)).Select(code => (byte)code)]);

    /// <summary>
    /// Reads a text chunk. Null when the chunk is of another type or malformed: keyword missing, too long or not printable,
    /// bytes that are not UTF-8, unknown compression, damaged zlib data, or more than <paramref name="maxInflatedBytes"/>.
    /// </summary>
    public static PngText? TryRead(PngChunk chunk, int maxInflatedBytes)
    {
        if (chunk.Type is not (ChunkType or Latin1Type or CompressedType)
            || SplitAtNul(chunk.Data) is not var (keywordBytes, rest)
            || !IsKeyword(keywordBytes.Span))
        {
            return null;
        }

        var keyword = Encoding.Latin1.GetString(keywordBytes.Span);
        return chunk.Type switch
        {
            Latin1Type => Create(keyword, ReadLatin1(rest), PngTextKind.Latin1, isCompressed: false),
            CompressedType => Create(
                keyword, ReadCompressedLatin1(rest, maxInflatedBytes), PngTextKind.CompressedLatin1, isCompressed: true),
            _ => TryReadInternational(keyword, rest, maxInflatedBytes),
        };
    }

    /// <summary>An uncompressed iTXt chunk in UTF-8, without language and translated keyword.</summary>
    /// <exception cref="ArgumentException">The keyword or the text cannot stand in a chunk.</exception>
    public PngChunk ToChunk()
    {
        var keyword = Encoding.Latin1.GetBytes(Keyword);
        if (!IsKeyword(keyword) || Encoding.Latin1.GetString(keyword) != Keyword)
        {
            throw new ArgumentException("A keyword has 1 to 79 printable Latin-1 characters.", nameof(Keyword));
        }

        if (Text.Contains('\0'))
        {
            throw new ArgumentException("A text holds no NUL character.", nameof(Text));
        }

        // Keyword, NUL, compression flag 0, compression method 0, empty language, NUL, empty translated keyword, NUL.
        var data = new byte[keyword.Length + 5 + StrictUtf8.GetByteCount(Text)];
        keyword.CopyTo(data, 0);
        StrictUtf8.GetBytes(Text, data.AsSpan(keyword.Length + 5));
        return new PngChunk(ChunkType, data);
    }

    private static PngText? TryReadInternational(string keyword, ReadOnlyMemory<byte> rest, int maxInflatedBytes)
    {
        if (rest.Length < 2)
        {
            return null;
        }

        var (flag, method) = (rest.Span[0], rest.Span[1]);
        if (flag > 1 || (flag == 1 && method != 0)
            || SplitAtNul(rest[2..]) is not var (_, afterLanguage)
            || SplitAtNul(afterLanguage) is not var (_, text))
        {
            return null;
        }

        if (flag == 0)
        {
            return Create(keyword, ReadUtf8(text.Span), PngTextKind.International, isCompressed: false);
        }

        var inflated = BoundedInflate.TryRun(text, maxInflatedBytes);
        return inflated is null
            ? null
            : Create(keyword, ReadUtf8(inflated), PngTextKind.International, isCompressed: true);
    }

    private static PngText? Create(string keyword, string? text, PngTextKind kind, bool isCompressed) =>
        text is null || text.Contains('\0') ? null : new PngText(keyword, text, kind, isCompressed);

    private static string ReadLatin1(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);

    private static string? ReadCompressedLatin1(ReadOnlyMemory<byte> rest, int maxInflatedBytes) =>
        !rest.IsEmpty && rest.Span[0] == 0 && BoundedInflate.TryRun(rest[1..], maxInflatedBytes) is { } bytes
            ? ReadLatin1(bytes)
            : null;

    private static string? ReadUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsKeyword(ReadOnlySpan<byte> keyword) =>
        keyword.Length is >= 1 and <= MaximumKeyword && !keyword.ContainsAnyExcept(PrintableLatin1);

    private static (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After)? SplitAtNul(ReadOnlyMemory<byte> bytes)
    {
        var nul = bytes.Span.IndexOf((byte)0);
        return nul < 0 ? null : (bytes[..nul], bytes[(nul + 1)..]);
    }
}
