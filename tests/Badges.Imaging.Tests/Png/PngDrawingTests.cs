using Badges.Imaging.Png;

namespace Badges.Imaging.Tests.Png;

public sealed class PngDrawingTests
{
    private static readonly byte[] Pixels = PngBuilder.GreyPixels(8, 8);

    [Theory]
    [InlineData("tEXt")]
    [InlineData("iTXt")]
    [InlineData("zTXt")]
    [InlineData("tIME")]
    [InlineData("pHYs")]
    [InlineData("eXIf")]
    [InlineData("hIST")]
    [InlineData("sBIT")]
    [InlineData("baDg")]
    public void Sha256_ChunkThatIsNotSeen_IsTheSame(string type)
    {
        var before = Digest(file => file.Chunk(type, 1, 2, 3).Chunk("IDAT", Pixels));
        var after = Digest(file => file.Chunk("IDAT", Pixels).Chunk(type, 1, 2, 3));

        Assert.Equal(Plain, before);
        Assert.Equal(Plain, after);
    }

    [Theory]
    [InlineData("tRNS")]
    [InlineData("gAMA")]
    [InlineData("cHRM")]
    [InlineData("sRGB")]
    [InlineData("iCCP")]
    [InlineData("cICP")]
    [InlineData("mDCV")]
    [InlineData("cLLI")]
    [InlineData("bKGD")]
    [InlineData("acTL")]
    [InlineData("fcTL")]
    [InlineData("fdAT")]
    public void Sha256_ChunkThatIsSeen_IsAnother(string type)
    {
        string[] digests =
        [
            Plain,
            Digest(file => file.Chunk(type, 0, 1).Chunk("IDAT", Pixels)),
            Digest(file => file.Chunk(type, 0, 2).Chunk("IDAT", Pixels)),
            Digest(file => file.Chunk(type, 0, 1).Chunk(type, 0, 1).Chunk("IDAT", Pixels)),
            Digest(file => file.Chunk("IDAT", Pixels).Chunk(type, 0, 1)),
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Sha256_ImageDataCutAnywhere_IsTheSame(int length)
    {
        var cut = Digest(file =>
        {
            foreach (var part in Pixels.Chunk(length))
            {
                file.Chunk("IDAT", part);
            }

            return file.Chunk("IDAT");
        });

        Assert.Equal(Plain, cut);
    }

    [Fact]
    public void Sha256_OnePixelChanged_IsAnother()
    {
        var raw = new byte[9 * 8];
        raw[40] = 1;

        Assert.NotEqual(Plain, Digest(file => file.Chunk("IDAT", PngBuilder.Deflate(raw))));
    }

    [Fact]
    public void Sha256_OtherSizeOrColours_AreOthers()
    {
        string[] digests =
        [
            Plain,
            Of(PngBuilder.StartGrey(8, 9).Chunk("IDAT", Pixels)),
            Of(PngBuilder.StartGrey(9, 8).Chunk("IDAT", Pixels)),
            Of(PngBuilder.Start().Chunk("IHDR", PngBuilder.Header(8, 8, colour: 4)).Chunk("IDAT", Pixels)),
            Of(Paletted(1)),
            Of(Paletted(2)),
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    /// <summary>What moves from one chunk to the next is not where it was.</summary>
    [Fact]
    public void Sha256_SameBytesInOtherChunks_IsAnother()
    {
        var one = Digest(file => file.Chunk("gAMA", [.. "sRGB"u8, 1]).Chunk("sRGB", 2).Chunk("IDAT", Pixels));
        var other = Digest(file => file.Chunk("gAMA").Chunk("sRGB", [1, .. "sRGB"u8, 2]).Chunk("IDAT", Pixels));

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Sha256_TwoChunksSwapped_IsAnother()
    {
        var one = Digest(file => file.Chunk("gAMA", 1).Chunk("sRGB", 2).Chunk("IDAT", Pixels));
        var other = Digest(file => file.Chunk("sRGB", 2).Chunk("gAMA", 1).Chunk("IDAT", Pixels));

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void AreWrittenAlike_OnlyTheRecordDiffers_IsTrue()
    {
        Assert.True(AreAlike(file => file.Chunk("iTXt", 1).Chunk("IDAT", Pixels), file => file.Chunk("IDAT", Pixels)));
        Assert.True(AreAlike(
            file => file.Chunk("gAMA", 1).Chunk("IDAT", Pixels).Chunk("tEXt", 1),
            file => file.Chunk("gAMA", 1).Chunk("tIME", 2).Chunk("IDAT", Pixels)));
    }

    [Fact]
    public void AreWrittenAlike_SomethingSeenDiffers_IsFalse()
    {
        Func<PngBuilder, PngBuilder>[] pictures =
        [
            file => file.Chunk("IDAT", Pixels),
            file => file.Chunk("IDAT", [.. Pixels[..^1], 0x55]),
            file => file.Chunk("IDAT", Pixels[..5]).Chunk("IDAT", Pixels[5..]),
            file => file.Chunk("gAMA", 1).Chunk("IDAT", Pixels),
            file => file.Chunk("gAMA", 2).Chunk("IDAT", Pixels),
            file => file.Chunk("IDAT", Pixels).Chunk("tRNS", 1),
        ];

        for (var one = 0; one < pictures.Length; one++)
        {
            for (var other = 0; other < pictures.Length; other++)
            {
                Assert.Equal(one == other, AreAlike(pictures[one], pictures[other]));
            }
        }
    }

    [Fact]
    public void Read_BytesAfterTheEnd_AreNoPicture()
    {
        var file = PngBuilder.StartGrey(8, 8).Chunk("IDAT", Pixels).End().Bytes(0).ToBytes();

        Assert.Null(PngDatastream.TryRead(file, out var fault));
        Assert.Equal(PngFault.DataAfterEnd, fault);
    }

    /// <summary>A picture that would inflate to gigabytes costs no more than its own bytes.</summary>
    [Fact]
    public void Sha256_Bomb_IsNotInflated()
    {
        var bomb = PngBuilder.Deflate(new byte[64 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 1, 100_000);
        var picture = PngDatastream.TryRead(
            PngBuilder.StartGrey(60_000, 60_000).Chunk("IDAT", bomb).End().ToBytes(), out _);
        Assert.NotNull(picture);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var digest = PngDrawing.Sha256(picture);

        Assert.Equal(32, digest.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024);
    }

    private static string Plain { get; } = Digest(file => file.Chunk("IDAT", Pixels));

    private static PngBuilder Paletted(byte red) => PngBuilder.Start()
        .Chunk("IHDR", PngBuilder.Header(8, 8, colour: 3)).Chunk("PLTE", red, 0, 0).Chunk("IDAT", Pixels);

    private static bool AreAlike(Func<PngBuilder, PngBuilder> one, Func<PngBuilder, PngBuilder> other) =>
        PngDrawing.AreWrittenAlike(Read(one(PngBuilder.StartGrey(8, 8))), Read(other(PngBuilder.StartGrey(8, 8))));

    private static PngDatastream Read(PngBuilder file) => PngDatastream.TryRead(file.End().ToBytes(), out _)!;

    private static string Digest(Func<PngBuilder, PngBuilder> chunks) => Of(chunks(PngBuilder.StartGrey(8, 8)));

    private static string Of(PngBuilder file)
    {
        var picture = PngDatastream.TryRead(file.End().ToBytes(), out var fault);
        Assert.True(picture is not null, fault.ToString());
        return Convert.ToHexStringLower(PngDrawing.Sha256(picture));
    }
}
