using System.Buffers.Binary;
using System.Text;

namespace Badges.Imaging.Png;

/// <summary>One chunk of a PNG datastream. Portable Network Graphics, section 5.3.</summary>
/// <param name="Type">Four ASCII letters.</param>
/// <param name="Data">The chunk's data, without length, type and code.</param>
public sealed record PngChunk(string Type, ReadOnlyMemory<byte> Data)
{
    internal const int Overhead = HeadLength + PngCrc.Length;
    internal const int HeadLength = 8;

    /// <summary>The whole chunk as it was read, empty for a new one.</summary>
    private readonly ReadOnlyMemory<byte> _original;

    /// <summary>A chunk read from a file: its bytes are kept, so that writing it again is a copy.</summary>
    internal PngChunk(string type, ReadOnlyMemory<byte> original, int dataLength)
        : this(type, original.Slice(HeadLength, dataLength)) => _original = original;

    /// <summary>True when a decoder may ignore the chunk: the first letter of its type is lower case (5.4).</summary>
    public bool IsAncillary => char.IsAsciiLetterLower(Type[0]);

    /// <summary>Same type and same bytes, wherever they were read.</summary>
    public bool Equals(PngChunk? other) =>
        other is not null && Type == other.Type && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Data.Length);

    internal int EncodedLength => Data.Length + Overhead;

    internal void WriteTo(Span<byte> destination)
    {
        if (IsAsRead())
        {
            _original.Span.CopyTo(destination);
            return;
        }

        BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)Data.Length);
        Encoding.ASCII.GetBytes(Type, destination[4..HeadLength]);
        Data.Span.CopyTo(destination[HeadLength..]);
        PngCrc.Write(destination[4..(HeadLength + Data.Length)], destination[(HeadLength + Data.Length)..]);
    }

    /// <summary>
    /// False after <c>with { Data = … }</c> or <c>with { Type = … }</c>, which copy the original bytes too.
    /// </summary>
    private bool IsAsRead() =>
        !_original.IsEmpty
        && _original.Slice(HeadLength, _original.Length - Overhead).Equals(Data)
        && Ascii.Equals(_original.Span[4..HeadLength], Type);
}
