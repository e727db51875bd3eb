using System.Buffers.Binary;

namespace Badges.Imaging.Png;

/// <summary>The image header, IHDR. Portable Network Graphics, section 11.2.1.</summary>
internal readonly record struct PngHeader(int Width, int Height, byte ColourType)
{
    public const string ChunkType = "IHDR";
    public const byte IndexedColour = 3;
    private const int Length = 13;

    /// <summary>Null when the chunk's values are not those that PNG allows.</summary>
    public static PngHeader? TryRead(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(data);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        var (depth, colour, compression, filter, interlace) = (data[8], data[9], data[10], data[11], data[12]);
        var isRight = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            && IsDepthAllowed(colour, depth) && compression == 0 && filter == 0 && interlace <= 1;
        return isRight ? new PngHeader((int)width, (int)height, colour) : null;
    }

    private static bool IsDepthAllowed(byte colour, byte depth) => colour switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        2 or 4 or 6 => depth is 8 or 16,
        IndexedColour => depth is 1 or 2 or 4 or 8,
        _ => false,
    };
}
