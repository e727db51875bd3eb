using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Badges.Imaging.Tests.Png;

/// <summary>Writes PNG files byte by byte, right or wrong on purpose, without the code under test.</summary>
internal sealed class PngBuilder
{
    private readonly List<byte> _file = [];

    public static byte[] Signature { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PngBuilder Start() => new PngBuilder().Bytes(Signature);

    /// <summary>Signature, IHDR of an 8-bit grey picture.</summary>
    public static PngBuilder StartGrey(int width = 1, int height = 1) => Start().Chunk("IHDR", Header(width, height));

    /// <summary>A whole grey picture that decodes.</summary>
    public static PngBuilder Grey(int width, int height) =>
        StartGrey(width, height).Chunk("IDAT", GreyPixels(width, height));

    public static byte[] Header(int width, int height, byte depth = 8, byte colour = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = depth;
        header[9] = colour;
        return header;
    }

    public static byte[] GreyPixels(int width, int height) => Deflate(new byte[(width + 1) * height]);

    public static byte[] Deflate(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.SmallestSize))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }

    public static byte[] Text(string keyword, string text) => Encoding.Latin1.GetBytes($"{keyword}\0{text}");

    public PngBuilder Bytes(params byte[] bytes)
    {
        _file.AddRange(bytes);
        return this;
    }

    public PngBuilder Chunk(string type, params byte[] data) => Chunk(type, data, (uint)data.Length);

    public PngBuilder Chunk(string type, byte[] data, uint announcedLength, uint crcMask = 0)
    {
        var typeAndData = Encoding.Latin1.GetBytes(type).Concat(data).ToArray();
        Integer(announcedLength);
        _file.AddRange(typeAndData);
        Integer(Crc32.HashToUInt32(typeAndData) ^ crcMask);
        return this;
    }

    public PngBuilder End() => Chunk("IEND");

    public byte[] ToBytes() => [.. _file];

    private void Integer(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        _file.AddRange(bytes);
    }
}
