using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Badges.Fuzzing.Submissions;

/// <summary>Pictures whose chunks lie, swell, repeat or stand where they may not.</summary>
public static class PngTricks
{
    private const string Keyword = "openbadgecredential";
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyList<Trick> All { get; } =
    [
        new("png: genuine", () => TestPictures.Png(Record()), MayBeValid: true),
        new("png: signature alone", () => TestPictures.Png()[..8]),
        new("png: cut in the record", () => TestPictures.Png(Record())[..200]),
        new("png: cut before the end", () => TestPictures.Png(Record())[..^12]),
        new("png: record after the end", () => [.. TestPictures.Png(), .. TestPictures.Chunk("iTXt", Record().Data)]),
        new("png: more after the end", () => [.. TestPictures.Png(Record()), .. "PK\u0003\u0004"u8]),
        new(
            "png: length of 4 GB",
            () => [.. TestPictures.Png()[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "iTXt"u8, 0, 0, 0, 0]),
        new(
            "png: length of 2 GB",
            () => [.. TestPictures.Png()[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "iTXt"u8, 0, 0, 0, 0]),
        new("png: code that is wrong", () => Changed(TestPictures.Png(Record()), 300)),
        new("png: 65535 by 65535", () => FuzzBadges.RepairPng(Sized(0xFFFF)), MayBeValid: true),
        new("png: 2 147 483 647 wide", () => FuzzBadges.RepairPng(Sized(0x7FFFFFFF)), MayBeValid: true),
        new("png: 4 294 967 295 wide", () => FuzzBadges.RepairPng(Sized(0xFFFFFFFF))),
        new("png: no width", () => FuzzBadges.RepairPng(Sized(0))),
        new("png: header twice", () => TestPictures.Png(("IHDR", new byte[13]), Record())),
        new("png: 4000 empty chunks", () => TestPictures.Png([.. Empty(4000), Record()]), MayBeValid: true),
        new("png: 200 000 empty chunks", () => TestPictures.Png([.. Empty(200_000), Record()])),
        new("png: chunk without a name", () => TestPictures.Png(("\0\0\0\0", []), Record())),
        new("png: chunk of the future", () => TestPictures.Png(("ABcD", []), Record())),
        new("png: profile that swells to 256 MB", () => TestPictures.Png(
            ("iCCP", [.. "a\0\0"u8, .. Swelling(256)]), Record()), MayBeValid: true),
        new(
            "png: pixels that swell to 256 MB",
            () => TestPictures.Png(Record(), ("IDAT", Swelling(256))), MayBeValid: true),
        new("png: record that swells to 256 MB", () => TestPictures.Png(
            ("iTXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, 1, 0, 0, 0, .. Swelling(256)]))),
        new(
            "png: old record that swells to 256 MB",
            () => TestPictures.Png(("zTXt", [.. "openbadges\0\0"u8, .. Swelling(256)]))),
        new("png: a hundred that swell", () => TestPictures.Png(
            [.. Enumerable.Repeat(("zTXt", (byte[])[.. "openbadges\0\0"u8, .. Swelling(8)]), 100)])),
        new("png: compressed with a dictionary", () => TestPictures.Png(
            ("zTXt", [.. "openbadges\0\0"u8, 0x78, 0x20, 1, 2, 3, 4, 5]))),
        new("png: unknown compression", () => TestPictures.Png(
            ("iTXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, 1, 9, 0, 0, .. "{}"u8]))),
        new("png: record in Latin-1", () => TestPictures.Png(
            ("tEXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, .. Encoding.Latin1.GetBytes(FuzzBadges.Jwt)]))),
        new("png: record that is not UTF-8", () => TestPictures.Png(
            ("iTXt", [.. TestPictures.International(Keyword, "{\"a\":\"").Data, 0xC0, 0xAF, .. "\"}"u8]))),
        new("png: keyword of 500 letters", () => TestPictures.Png(
            TestPictures.International(Keyword + new string('a', 500), FuzzBadges.Jcs))),
        new("png: two records, second forged", () => TestPictures.Png(
            Record(), Record(FuzzBadges.Jcs.Replace("Délissage", "Soudage", StringComparison.Ordinal)))),
        new("png: two records, both genuine", () => TestPictures.Png(Record(), Record())),
        new("png: record and an old address inside", () => TestPictures.Png(
            Record(), TestPictures.International("openbadges", "http://[::ffff:127.0.0.1]/")),
            MayBeValid: true),
        new("png: old address of loopback", () => OldAddress("http://127.0.0.1:5080/assertion")),
        new("png: old address of IPv4-mapped loopback", () => OldAddress("https://[::ffff:7f00:1]/assertion")),
        new("png: old address of a file", () => OldAddress("file:///etc/passwd")),
        new("png: old address of the attacker", () => OldAddress($"{Trick.Attacker}/slow")),
        new("png: old address of an endless answer", () => OldAddress($"{Trick.Attacker}/endless")),
        new("png: HTML in other texts", () => TestPictures.Png(
            ("tEXt", [.. "Title\0<script>alert(1)</script>"u8]), ("eXIf", [.. "<img onerror=a>"u8]), Record()),
            MayBeValid: true),
        new("png: record of 1 MB of blanks", () => TestPictures.Png(
            TestPictures.International(Keyword, new string(' ', Megabyte) + FuzzBadges.Jcs)), MayBeValid: true),
        new("png: record of 4 MB", () => TestPictures.Png(
            TestPictures.International(Keyword, "{\"a\":\"" + new string('a', 4 * Megabyte) + "\"}"))),
        new("png: 6 MB", () => TestPictures.Png(("aaAa", new byte[6 * Megabyte]))),
        new(
            "png: animation",
            () => TestPictures.Png(("acTL", new byte[8]), ("fcTL", new byte[26]), Record()), MayBeValid: true),
        new(
            "jpeg named png",
            () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9]),
        new("gif", () => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]),
        new("archive", () => [.. "PK\u0003\u0004"u8, .. new byte[100]]),
        new("nothing", () => []),
        new("zeros", () => new byte[100_000]),
    ];

    private static (string Type, byte[] Data) Record(string? text = null) =>
        TestPictures.International(Keyword, text ?? FuzzBadges.Jcs);

    private static byte[] OldAddress(string address) =>
        TestPictures.Png(TestPictures.International("openbadges", address));

    private static IEnumerable<(string, byte[])> Empty(int count) =>
        Enumerable.Repeat(("aaAa", Array.Empty<byte>()), count);

    private static byte[] Sized(uint width)
    {
        var file = TestPictures.Png(Record());
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        return file;
    }

    private static byte[] Changed(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }

    /// <summary>So many megabytes of zeros, compressed to a thousandth.</summary>
    private static byte[] Swelling(int megabytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[Megabyte];
            for (var count = 0; count < megabytes; count++)
            {
                zlib.Write(zeros);
            }
        }

        return compressed.ToArray();
    }
}
