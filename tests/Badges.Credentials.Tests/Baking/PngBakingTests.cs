using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Badges.Credentials.Baking;
using Badges.Credentials.Proofs;
using Badges.Imaging.Png;

namespace Badges.Credentials.Tests.Baking;

public sealed class PngBakingTests
{
    private const int Limit = 1024 * 1024;
    private const string Text = """{"name":"Délissage d’œuvre 🪵","type":"Assertion"}""";

    // One red pixel: IHDR, tEXt "Title", IDAT, tEXt "Comment", IEND.
    private static readonly byte[] Picture = Png(
        new PngChunk("IHDR", Convert.FromHexString("00000001000000010802000000")),
        new PngChunk("tEXt", Encoding.ASCII.GetBytes("Title\0Rabot")),
        new PngChunk("IDAT", Convert.FromHexString("789C63F8CFC0000003010100")),
        new PngChunk("tEXt", Encoding.ASCII.GetBytes("Comment\0après")));

    [Fact]
    public void Bake_BothVersions_ReadsBackBesideEachOther()
    {
        using var key = SignedExamples.PublishedKey();
        var jws = VcJwt.Sign(SignedExamples.Credential, key, SignedExamples.KeyAddress);

        var baked = PngBaking.Bake(Picture, jws, Text);

        Assert.Equal(
            [
                new BakedText("openbadgecredential", jws, PngTextKind.International, Compressed: false),
                new BakedText("openbadges", Text, PngTextKind.International, Compressed: false),
            ],
            PngBaking.TryRead(baked, Limit, out _));
    }

    [Fact]
    public void Bake_Credential_AddsOneUncompressedUtf8ChunkAfterTheHeaderAndNothingElse()
    {
        var baked = PngBaking.Bake(Picture, openBadges3: Text, openBadges2: null);

        const int AfterHeader = 8 + 12 + 13;
        var added = baked.Length - Picture.Length;
        byte[] head = [.. "iTXt"u8, .. "openbadgecredential\0"u8, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Text)];
        Assert.Equal(Picture[..AfterHeader], baked[..AfterHeader]);
        Assert.Equal(head, baked[(AfterHeader + 4)..(AfterHeader + added - 4)]);
        Assert.Equal(Picture[AfterHeader..], baked[(AfterHeader + added)..]);
    }

    [Fact]
    public void Bake_AnyTextChunkOfTheKeywords_IsReplacedAndOthersStay()
    {
        var old = Png(
            new PngChunk("IHDR", Convert.FromHexString("00000001000000010802000000")),
            new PngChunk("tEXt", Encoding.ASCII.GetBytes("openbadges\0https://badges.example/old")),
            new PngChunk("zTXt", (byte[])[.. "openbadgecredential\0\0"u8, 1, 2, 3]),
            new PngChunk("iTXt", (byte[])[.. "openbadgecredential\0"u8, 9]),
            new PngChunk("tEXt", Encoding.ASCII.GetBytes("openbadgesx\0stays")),
            new PngChunk("IDAT", Convert.FromHexString("789C63F8CFC0000003010100")),
            new PngText("openbadges", "late", PngTextKind.International, false).ToChunk());

        var baked = PngDatastream.TryRead(PngBaking.Bake(old, "three", "two"), out _)!;

        Assert.Equal(["IHDR", "iTXt", "iTXt", "tEXt", "IDAT", "IEND"], baked.Chunks.Select(chunk => chunk.Type));
        Assert.Equal(["three", "two"], PngBaking.Read(baked, Limit).Select(text => text.Text));
    }

    [Fact]
    public void Bake_Twice_IsTheSameAsOnce()
    {
        var once = PngBaking.Bake(Picture, "three", "two");

        Assert.Equal(once, PngBaking.Bake(once, "three", "two"));
        Assert.Equal(Picture, PngBaking.Bake(once, null, null));
    }

    [Fact]
    public void Read_EveryKindOfChunk_IsToldApart()
    {
        byte[] zlib = Deflate("à"u8);
        var picture = Png(
            new PngChunk("IHDR", Convert.FromHexString("00000001000000010802000000")),
            new PngChunk("tEXt", (byte[])[.. "openbadges\0"u8, 0xE9]),
            new PngChunk("zTXt", (byte[])[.. "openbadges\0\0"u8, .. Deflate([0xE9])]),
            new PngChunk("iTXt", (byte[])[.. "openbadgecredential\0"u8, 1, 0, 0, 0, .. zlib]),
            new PngChunk("iTXt", (byte[])[.. "openbadgecredential\0"u8, 0, 0, 0, 0, 0xFF]),
            new PngChunk("IDAT", Convert.FromHexString("789C63F8CFC0000003010100")));

        Assert.Equal(
            [
                new BakedText("openbadges", "é", PngTextKind.Latin1, Compressed: false),
                new BakedText("openbadges", "é", PngTextKind.CompressedLatin1, Compressed: true),
                new BakedText("openbadgecredential", "à", PngTextKind.International, Compressed: true),
                new BakedText("openbadgecredential", null, PngTextKind.International, Compressed: false),
            ],
            PngBaking.TryRead(picture, Limit, out _));
    }

    [Fact]
    public void Read_TextBeyondTheLimit_IsReportedWithoutItsText()
    {
        var picture = Png(
            new PngChunk("IHDR", Convert.FromHexString("00000001000000010802000000")),
            new PngChunk("iTXt", (byte[])[.. "openbadgecredential\0"u8, 1, 0, 0, 0, .. Deflate(new byte[100_000])]),
            new PngChunk("IDAT", Convert.FromHexString("789C63F8CFC0000003010100")));

        Assert.Equal([null], PngBaking.TryRead(picture, 99_999, out _)!.Select(text => text.Text));
    }

    public static TheoryData<PngFault, byte[]> MalformedPictures
    {
        get
        {
            var data = new TheoryData<PngFault, byte[]>
            {
                { PngFault.Empty, [] },
                { PngFault.NotPng, [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100]] },
                { PngFault.Truncated, Picture[..^30] },
                { PngFault.BadCrc, Changed(29) },
                { PngFault.BadChunkType, Changed(37) },
                { PngFault.ChunkTooLong, Changed(33) },
                { PngFault.HeaderMissing, [.. Picture[..8], .. Picture[33..]] },
                { PngFault.NoImageData, Without("IDAT") },
                { PngFault.EndMissing, Picture[..^12] },
                { PngFault.DataAfterEnd, [.. Picture, 0] },
                { PngFault.RepeatedChunk, [.. Picture[..33], .. Picture[8..]] },
            };
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(MalformedPictures))]
    public void TryBake_MalformedPicture_SaysWhy(PngFault expected, byte[] picture)
    {
        Assert.Null(PngBaking.TryBake(picture, "three", null, out var fault));
        Assert.Equal(expected, fault);
        Assert.Null(PngBaking.TryRead(picture, Limit, out fault));
        Assert.Equal(expected, fault);
        Assert.Contains(
            expected.ToString(),
            Assert.Throws<ArgumentException>(() => PngBaking.Bake(picture, "three", null)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bake_TextThatNoChunkCanHold_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => PngBaking.Bake(Picture, "a\0b", null));
        Assert.ThrowsAny<ArgumentException>(() => PngBaking.Bake(Picture, $"a{(char)0xD800}b", null));
    }

    [VectorsTheory]
    [InlineData("ob30/simple-jwt.png", "openbadgecredential", "eyJ")]
    [InlineData("ob30/simple-json.png", "openbadgecredential", "{")]
    [InlineData("ob20/simple-badge.png", "openbadges", "{")]
    public void TryRead_PublishedBadges_HoldOneText(string file, string keyword, string start)
    {
        var picture = File.ReadAllBytes(Path.Combine(SharedData.Vectors!, "1edtech-validator", file));

        var text = Assert.Single(PngBaking.TryRead(picture, Limit, out _)!);

        Assert.Equal(keyword, text.Keyword);
        Assert.StartsWith(start, text.Text, StringComparison.Ordinal);
    }

    [SamplesFact]
    public void Bake_SampleBadgeAgain_KeepsEveryOtherByte()
    {
        var picture = File.ReadAllBytes(Path.Combine(SharedData.Samples!, "valid", "31-baked-jwt.png"));
        var text = PngBaking.TryRead(picture, Limit, out _)!.Single().Text;

        var bare = PngDatastream.TryRead(PngBaking.Bake(picture, null, null), out _)!.Chunks;
        var again = PngDatastream.TryRead(PngBaking.Bake(picture, text, null), out _)!.Chunks;

        Assert.Equal(bare.Count + 1, again.Count);
        Assert.Equal(
            bare.Select(chunk => Convert.ToHexString(chunk.Data.Span)),
            again.Where((_, index) => index != 1).Select(chunk => Convert.ToHexString(chunk.Data.Span)));
    }

    private static byte[] Png(params PngChunk[] chunks)
    {
        var bytes = new MemoryStream();
        bytes.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> number = stackalloc byte[4];
        foreach (var chunk in chunks.Append(new PngChunk("IEND", ReadOnlyMemory<byte>.Empty)))
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data.Span];
            BinaryPrimitives.WriteInt32BigEndian(number, chunk.Data.Length);
            bytes.Write(number);
            bytes.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
            bytes.Write(number);
        }

        return bytes.ToArray();
    }

    private static byte[] Changed(int index)
    {
        var bytes = Picture.ToArray();
        bytes[index] ^= 0x80;
        return bytes;
    }

    private static byte[] Without(string type)
    {
        var picture = PngDatastream.TryRead(Picture, out _)!;
        return Png([.. picture.Chunks.Where(chunk => chunk.Type != type && chunk.Type != "IEND")]);
    }

    private static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
    }
}
