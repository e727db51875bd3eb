using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Small pictures with whatever text chunks a test wants.</summary>
internal static class TestPictures
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
        var number = new byte[4];
        foreach (var (type, data) in all)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            bytes.Write(number);
            bytes.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
            bytes.Write(number);
        }

        return bytes.ToArray();
    }

    public static (string, byte[]) International(string keyword, string text, bool isCompressed = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte flag = isCompressed ? (byte)1 : (byte)0;
        return (
            "iTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, flag, 0, 0, 0, .. isCompressed ? Deflate(bytes) : bytes]);
    }

    public static (string, byte[]) Latin1(string keyword, string text) =>
        ("tEXt", [.. Encoding.ASCII.GetBytes(keyword), 0, .. Encoding.UTF8.GetBytes(text)]);

    public static (string, byte[]) CompressedLatin1(string keyword, string text) =>
        ("zTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, 0, .. Deflate(Encoding.UTF8.GetBytes(text))]);

    private static byte[] Deflate(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
    }
}
