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
        Png("png: genuine", () => FuzzBadges.Png(Record()), mayBeValid: true),
        Png("png: signature alone", () => FuzzBadges.Png()[..8]),
        Png("png: cut in the record", () => FuzzBadges.Png(Record())[..200]),
        Png("png: cut before the end", () => FuzzBadges.Png(Record())[..^12]),
        Png("png: record after the end", () => [.. FuzzBadges.Png(), .. FuzzBadges.Chunk("iTXt", Record().Data)]),
        Png("png: more after the end", () => [.. FuzzBadges.Png(Record()), .. "PK\u0003\u0004"u8]),
        Png("png: length of 4 GB", () => [.. FuzzBadges.Png()[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "iTXt"u8, 0, 0, 0, 0]),
        Png("png: length of 2 GB", () => [.. FuzzBadges.Png()[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "iTXt"u8, 0, 0, 0, 0]),
        Png("png: code that is wrong", () => Changed(FuzzBadges.Png(Record()), 300)),
        Png("png: 65535 by 65535", () => FuzzBadges.RepairPng(Sized(0xFFFF)), mayBeValid: true),
        Png("png: 2 147 483 647 wide", () => FuzzBadges.RepairPng(Sized(0x7FFFFFFF)), mayBeValid: true),
        Png("png: 4 294 967 295 wide", () => FuzzBadges.RepairPng(Sized(0xFFFFFFFF))),
        Png("png: no width", () => FuzzBadges.RepairPng(Sized(0))),
        Png("png: header twice", () => FuzzBadges.Png(("IHDR", new byte[13]), Record())),
        Png("png: 4000 empty chunks", () => FuzzBadges.Png([.. Empty(4000), Record()]), mayBeValid: true),
        Png("png: 200 000 empty chunks", () => FuzzBadges.Png([.. Empty(200_000), Record()])),
        Png("png: chunk without a name", () => FuzzBadges.Png(("\0\0\0\0", []), Record())),
        Png("png: chunk of the future", () => FuzzBadges.Png(("ABcD", []), Record())),
        Png("png: profile that swells to 256 MB", () => FuzzBadges.Png(
            ("iCCP", [.. "a\0\0"u8, .. Swelling(256)]), Record()), mayBeValid: true),
        Png(
            "png: pixels that swell to 256 MB",
            () => FuzzBadges.Png(Record(), ("IDAT", Swelling(256))), mayBeValid: true),
        Png("png: record that swells to 256 MB", () => FuzzBadges.Png(
            ("iTXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, 1, 0, 0, 0, .. Swelling(256)]))),
        Png(
            "png: old record that swells to 256 MB",
            () => FuzzBadges.Png(("zTXt", [.. "openbadges\0\0"u8, .. Swelling(256)]))),
        Png("png: a hundred that swell", () => FuzzBadges.Png(
            [.. Enumerable.Repeat(("zTXt", (byte[])[.. "openbadges\0\0"u8, .. Swelling(8)]), 100)])),
        Png("png: compressed with a dictionary", () => FuzzBadges.Png(
            ("zTXt", [.. "openbadges\0\0"u8, 0x78, 0x20, 1, 2, 3, 4, 5]))),
        Png("png: unknown compression", () => FuzzBadges.Png(
            ("iTXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, 1, 9, 0, 0, .. "{}"u8]))),
        Png("png: record in Latin-1", () => FuzzBadges.Png(
            ("tEXt", [.. Encoding.Latin1.GetBytes(Keyword), 0, .. Encoding.Latin1.GetBytes(FuzzBadges.Jwt)]))),
        Png("png: record that is not UTF-8", () => FuzzBadges.Png(
            ("iTXt", [.. FuzzBadges.International(Keyword, "{\"a\":\""), 0xC0, 0xAF, .. "\"}"u8]))),
        Png("png: keyword of 500 letters", () => FuzzBadges.Png(
            ("iTXt", FuzzBadges.International(Keyword + new string('a', 500), FuzzBadges.Jcs)))),
        Png("png: two records, second forged", () => FuzzBadges.Png(
            Record(), Record(FuzzBadges.Jcs.Replace("Délissage", "Soudage", StringComparison.Ordinal)))),
        Png("png: two records, both genuine", () => FuzzBadges.Png(Record(), Record())),
        Png("png: record and an old address inside", () => FuzzBadges.Png(
            Record(), ("iTXt", FuzzBadges.International("openbadges", "http://[::ffff:127.0.0.1]/"))),
            mayBeValid: true),
        Png("png: old address of loopback", () => OldAddress("http://127.0.0.1:5080/assertion")),
        Png("png: old address of IPv4-mapped loopback", () => OldAddress("https://[::ffff:7f00:1]/assertion")),
        Png("png: old address of a file", () => OldAddress("file:///etc/passwd")),
        Png("png: old address of the attacker", () => OldAddress($"{Trick.Attacker}/slow")),
        Png("png: old address of an endless answer", () => OldAddress($"{Trick.Attacker}/endless")),
        Png("png: HTML in other texts", () => FuzzBadges.Png(
            ("tEXt", [.. "Title\0<script>alert(1)</script>"u8]), ("eXIf", [.. "<img onerror=a>"u8]), Record()),
            mayBeValid: true),
        Png("png: record of 1 MB of blanks", () => FuzzBadges.Png(
            ("iTXt", FuzzBadges.International(Keyword, new string(' ', Megabyte) + FuzzBadges.Jcs))), mayBeValid: true),
        Png("png: record of 4 MB", () => FuzzBadges.Png(
            ("iTXt", FuzzBadges.International(Keyword, "{\"a\":\"" + new string('a', 4 * Megabyte) + "\"}")))),
        Png("png: 6 MB", () => FuzzBadges.Png(("aaAa", new byte[6 * Megabyte]))),
        Png(
            "png: animation",
            () => FuzzBadges.Png(("acTL", new byte[8]), ("fcTL", new byte[26]), Record()), mayBeValid: true),
        Png(
            "jpeg named png",
            () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9]),
        Png("gif", () => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]),
        Png("archive", () => [.. "PK\u0003\u0004"u8, .. new byte[100]]),
        Png("nothing", () => []),
        Png("zeros", () => new byte[100_000]),
    ];

    public static (string Type, byte[] Data) Record(string? text = null) =>
        ("iTXt", FuzzBadges.International(Keyword, text ?? FuzzBadges.Jcs));

    private static Trick Png(string name, Func<byte[]> make, bool mayBeValid = false) => new(name, make, mayBeValid);

    private static byte[] OldAddress(string address) =>
        FuzzBadges.Png(("iTXt", FuzzBadges.International("openbadges", address)));

    private static IEnumerable<(string, byte[])> Empty(int count) =>
        Enumerable.Repeat(("aaAa", Array.Empty<byte>()), count);

    private static byte[] Sized(uint width)
    {
        var file = FuzzBadges.Png(Record());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        return file;
    }

    private static byte[] Changed(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }

    /// <summary>So many megabytes of zeros, compressed to a thousandth.</summary>
    public static byte[] Swelling(int megabytes)
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
