using Badges.Imaging.Png;

namespace Badges.Imaging.Tests.Png;

public sealed class PngDatastreamTests
{
    private static readonly PngText Text = new("openbadges", "é", PngTextKind.International, Compressed: false);

    public static TheoryData<PngFault> Faults { get; } = [.. Enum.GetValues<PngFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void TryRead_FileOfEachFault_NamesIt(PngFault expected)
    {
        var file = File.ReadAllBytes(PngFaultFiles.PathOf(expected));

        var datastream = PngDatastream.TryRead(file, out var fault);

        Assert.Equal(expected, fault);
        Assert.Equal(expected == PngFault.None, datastream is not null);
        Assert.Equal(PngFaultFiles.Build(expected), file);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(3, 0)]
    [InlineData(16, 3)]
    [InlineData(4, 6)]
    public void TryRead_DepthThatTheColourTypeForbids_IsABadHeader(byte depth, byte colour)
    {
        var file = PngBuilder.Start().Chunk("IHDR", PngBuilder.Header(1, 1, depth, colour))
            .Chunk("IDAT", PngBuilder.GreyPixels(1, 1)).End().ToBytes();

        PngDatastream.TryRead(file, out var fault);

        Assert.Equal(PngFault.BadHeader, fault);
    }

    [Fact]
    public void TryRead_EveryPrefixOfAFile_IsRefused()
    {
        var file = PngBuilder.Grey(8, 8).End().ToBytes();

        for (var length = 0; length < file.Length; length++)
        {
            Assert.Null(PngDatastream.TryRead(file.AsMemory(0, length), out var fault));
            Assert.NotEqual(PngFault.None, fault);
        }
    }

    [Fact]
    public void TryRead_EveryByteChanged_IsRefused()
    {
        var file = PngBuilder.Grey(8, 8).End().ToBytes();

        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= 0x41;
            Assert.Null(PngDatastream.TryRead(file, out _));
            file[i] ^= 0x41;
        }
    }

    [Fact]
    public void ToBytes_ChunkAdded_KeepsEveryOtherByte()
    {
        var file = PngBuilder.Grey(8, 8).Chunk("tEXt", PngBuilder.Text("Comment", "kept")).End().ToBytes();
        var datastream = PngDatastream.TryRead(file, out _)!;
        var header = PngBuilder.StartGrey(8, 8).ToBytes();

        var spliced = datastream
            .WithChunks([datastream.Chunks[0], Text.ToChunk(), .. datastream.Chunks.Skip(1)])
            .ToBytes();

        var expected = PngBuilder.StartGrey(8, 8).Chunk("iTXt", [.. "openbadges\0\0\0\0\0é"u8])
            .Bytes(file[header.Length..]).ToBytes();
        Assert.Equal(expected, spliced);
    }

    [Fact]
    public void ToBytes_ChunkWithOtherData_GetsItsOwnCode()
    {
        var file = PngBuilder.Grey(8, 8).Chunk("tEXt", [65, 0, 66]).End().ToBytes();
        var datastream = PngDatastream.TryRead(file, out _)!;
        var changed = datastream.Chunks.Select(
            chunk => chunk.Type == "tEXt" ? chunk with { Data = new byte[] { 65, 0, 67 } } : chunk);

        var bytes = datastream.WithChunks(changed).ToBytes();

        Assert.Equal(PngBuilder.Grey(8, 8).Chunk("tEXt", [65, 0, 67]).End().ToBytes(), bytes);
    }

    [Fact]
    public void WithChunks_EndLeftOut_Throws()
    {
        var datastream = PngDatastream.TryRead(PngBuilder.Grey(8, 8).End().ToBytes(), out _)!;

        Assert.Throws<ArgumentException>(() => datastream.WithChunks(datastream.Chunks.SkipLast(1)));
    }

    [Fact]
    public void WithChunks_OtherHeader_Throws()
    {
        var datastream = PngDatastream.TryRead(PngBuilder.Grey(8, 8).End().ToBytes(), out _)!;
        var header = new PngChunk("IHDR", PngBuilder.Header(9, 9));

        Assert.Throws<ArgumentException>(() => datastream.WithChunks([header, .. datastream.Chunks.Skip(1)]));
    }

    [HostileTheory]
    [InlineData("h01-truncated-idat", PngFault.Truncated)]
    [InlineData("h03-length-ffffffff", PngFault.ChunkTooLong)]
    [InlineData("h05-no-iend", PngFault.EndMissing)]
    [InlineData("h07-credential-after-iend", PngFault.DataAfterEnd)]
    [InlineData("h09-dimension-bomb", PngFault.None)]
    [InlineData("h13-iccp-bomb", PngFault.None)]
    [InlineData("h15-long-keyword", PngFault.NoImageData)]
    [InlineData("h17-text-chunk", PngFault.None)]
    [InlineData("h19-ob2-and-ob3", PngFault.None)]
    [InlineData("h21-two-ob3-forged-second", PngFault.None)]
    [InlineData("h23-ob2-url-loopback", PngFault.None)]
    [InlineData("h25-bad-adler", PngFault.None)]
    [InlineData("h27-empty", PngFault.Empty)]
    [InlineData("h29-jpeg-named", PngFault.NotPng)]
    [InlineData("h31-bom-and-space", PngFault.None)]
    [InlineData("h33-bad-chunk-type", PngFault.BadChunkType)]
    [InlineData("h35-exif-xss", PngFault.None)]
    public void TryRead_HostileFile_IsAnsweredWithoutInflatingOrDecoding(string name, PngFault expected)
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Hostile!, "png", $"{name}.png"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var datastream = PngDatastream.TryRead(file, out var fault);

        Assert.Equal(expected, fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal(expected == PngFault.None ? file : null, datastream?.ToBytes());
    }

    [HostileFact]
    public void TryRead_HostilePictures_AreAllNamedInThisClass()
    {
        var method = typeof(PngDatastreamTests).GetMethod(
            nameof(TryRead_HostileFile_IsAnsweredWithoutInflatingOrDecoding))!;
        var tested = method.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Select(data => $"{((InlineDataAttribute)data).GetData(method).Single()[0]}.png");

        var files = Directory.EnumerateFiles(Path.Combine(SharedData.Hostile!, "png")).Select(Path.GetFileName);

        Assert.Equal(files.Order(), tested.Order());
    }

    [Fact]
    public void ToBytes_ChunkAddedToALargeFile_CopiesItOnce()
    {
        var file = PngBuilder.StartGrey(400, 400).Chunk("IDAT", new byte[110_000]).End().ToBytes();
        var datastream = PngDatastream.TryRead(file, out _)!;
        var text = Text.ToChunk();
        var before = GC.GetAllocatedBytesForCurrentThread();

        datastream.WithChunks([datastream.Chunks[0], text, .. datastream.Chunks.Skip(1)]).ToBytes();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, file.Length, file.Length + 5_000);
    }
}
