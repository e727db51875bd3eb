using System.Buffers.Binary;

namespace Badges.Imaging.Png;

/// <summary>Cuts the bytes behind the signature into chunks. Portable Network Graphics, section 5.3.</summary>
internal static class PngChunkReader
{
    private static readonly string[] KnownTypes =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "bKGD", "pHYs", "iTXt", "tEXt", "zTXt",
    ];

    public static PngFault ReadAll(ReadOnlyMemory<byte> bytes, List<PngChunk> chunks)
    {
        while (!bytes.IsEmpty)
        {
            if (chunks.Count == PngDatastream.MaximumChunks)
            {
                return PngFault.TooManyChunks;
            }

            var fault = Read(bytes, out var chunk);
            if (chunk is null)
            {
                return fault;
            }

            chunks.Add(chunk);
            bytes = bytes[chunk.EncodedLength..];
            if (chunk.Type == PngStructure.End)
            {
                return bytes.IsEmpty ? PngFault.None : PngFault.DataAfterEnd;
            }
        }

        return chunks.Count == 0 ? PngFault.HeaderMissing : PngFault.EndMissing;
    }

    public static bool IsChunkType(string type) => type.Length == 4 && type.All(char.IsAsciiLetter);

    private static PngFault Read(ReadOnlyMemory<byte> bytes, out PngChunk? chunk)
    {
        chunk = null;
        if (bytes.Length < PngChunk.HeadLength)
        {
            return PngFault.Truncated;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
        if (length > int.MaxValue)
        {
            return PngFault.ChunkTooLong;
        }

        var type = bytes.Span[4..PngChunk.HeadLength];
        if (!IsChunkType(type))
        {
            return PngFault.BadChunkType;
        }

        if (length + PngChunk.Overhead > bytes.Length)
        {
            return PngFault.Truncated;
        }

        var whole = bytes[..((int)length + PngChunk.Overhead)];
        if (!PngCrc.IsRight(whole.Span[4..^PngCrc.Length], whole.Span[^PngCrc.Length..]))
        {
            return PngFault.BadCrc;
        }

        chunk = new PngChunk(NameOf(type), whole, (int)length);
        return PngFault.None;
    }

    private static bool IsChunkType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Spares a string for each of the usual chunks.</summary>
    private static string NameOf(ReadOnlySpan<byte> type)
    {
        foreach (var known in KnownTypes)
        {
            if (System.Text.Ascii.Equals(type, known))
            {
                return known;
            }
        }

        return System.Text.Encoding.ASCII.GetString(type);
    }
}
