using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Badges.Testing;

/// <summary>Small pictures with whatever text chunks a test wants.</summary>
public static class TestPictures
{
    public const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>""";

    /// <summary>One red pixel, and these chunks after its header.</summary>
    public static byte[] Png(params (string Type, byte[] Data)[] chunks)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        (string, byte[])[] all =
        [
            ("IHDR", Convert.FromHexString("00000001000000010802000000")),
            .. chunks,
            ("IDAT", Convert.FromHexString("789C63F8CFC0000003010100")),
            ("IEND", []),
        ];
        foreach (var (type, data) in all)
        {
            bytes.Write(Chunk(type, data));
        }

        return bytes.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var length = new byte[4];
        var code = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(code, Crc32.HashToUInt32(body));
        return [.. length, .. body, .. code];
    }

    public static (string Type, byte[] Data) International(string keyword, string text, bool isCompressed = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte flag = isCompressed ? (byte)1 : (byte)0;
        return (
            "iTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, flag, 0, 0, 0, .. isCompressed ? Deflate(bytes) : bytes]);
    }

    public static (string Type, byte[] Data) Latin1(string keyword, string text) =>
        ("tEXt", [.. Encoding.ASCII.GetBytes(keyword), 0, .. Encoding.UTF8.GetBytes(text)]);

    public static (string Type, byte[] Data) CompressedLatin1(string keyword, string text) =>
        ("zTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, 0, .. Deflate(Encoding.UTF8.GetBytes(text))]);

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
    }
}
