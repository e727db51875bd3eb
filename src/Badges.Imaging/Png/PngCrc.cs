using System.Buffers.Binary;
using System.IO.Hashing;

namespace Badges.Imaging.Png;

/// <summary>The cyclic redundancy code of a chunk. Portable Network Graphics, section 5.5.</summary>
internal static class PngCrc
{
    public const int Length = 4;

    /// <summary>True when the last four bytes are the code of the chunk's type and data.</summary>
    public static bool IsRight(ReadOnlySpan<byte> typeAndData, ReadOnlySpan<byte> code) =>
        BinaryPrimitives.ReadUInt32BigEndian(code) == Crc32.HashToUInt32(typeAndData);

    public static void Write(ReadOnlySpan<byte> typeAndData, Span<byte> code) =>
        BinaryPrimitives.WriteUInt32BigEndian(code, Crc32.HashToUInt32(typeAndData));
}
