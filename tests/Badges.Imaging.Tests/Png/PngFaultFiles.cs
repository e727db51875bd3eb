using Badges.Imaging.Png;

namespace Badges.Imaging.Tests.Png;

/// <summary>
/// One file for each <see cref="PngFault"/>, kept in Files/ so that other programs can be tried with them.
/// </summary>
internal static class PngFaultFiles
{
    public static byte[] Build(PngFault fault) => fault switch
    {
        PngFault.None => PngBuilder.Grey(1, 1).End().ToBytes(),
        PngFault.Empty => [],
        PngFault.NotPng => [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8],
        PngFault.Truncated => PngBuilder.Grey(1, 1).ToBytes()[..^6],
        PngFault.ChunkTooLong => PngBuilder.StartGrey().Chunk("IDAT", [], 0xFFFF_FFFF).End().ToBytes(),
        PngFault.BadChunkType => PngBuilder.Grey(1, 1).Chunk("i\0<!").End().ToBytes(),
        PngFault.BadCrc => PngBuilder.Grey(1, 1)
            .Chunk("tEXt", PngBuilder.Text("a", "b"), 3, crcMask: 1).End().ToBytes(),
        PngFault.TooManyChunks => ManyChunks(PngDatastream.MaximumChunks + 1),
        PngFault.HeaderMissing => PngBuilder.Start().Chunk("IDAT", PngBuilder.GreyPixels(1, 1)).End().ToBytes(),
        PngFault.BadHeader => PngBuilder.StartGrey(0, 1).Chunk("IDAT", PngBuilder.GreyPixels(1, 1)).End().ToBytes(),
        PngFault.RepeatedChunk => PngBuilder.Grey(1, 1).Chunk("IHDR", PngBuilder.Header(1, 1)).End().ToBytes(),
        PngFault.UnknownCriticalChunk => PngBuilder.Grey(1, 1).Chunk("ABCD").End().ToBytes(),
        PngFault.PaletteMissing => PngBuilder.Start().Chunk("IHDR", PngBuilder.Header(1, 1, colour: 3))
            .Chunk("IDAT", PngBuilder.GreyPixels(1, 1)).End().ToBytes(),
        PngFault.NoImageData => PngBuilder.StartGrey().End().ToBytes(),
        PngFault.ImageDataSplit => PngBuilder.Grey(1, 1).Chunk("tEXt", PngBuilder.Text("a", "b"))
            .Chunk("IDAT").End().ToBytes(),
        PngFault.EndMissing => PngBuilder.Grey(1, 1).ToBytes(),
        PngFault.BadEnd => PngBuilder.Grey(1, 1).Chunk("IEND", 1).ToBytes(),
        PngFault.DataAfterEnd => PngBuilder.Grey(1, 1).End().Bytes(0).ToBytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No file is made for this fault."),
    };

    public static string PathOf(PngFault fault) =>
        Repository.PathOf($"tests/Badges.Imaging.Tests/Png/Files/{fault}.png");

    private static byte[] ManyChunks(int count)
    {
        var file = PngBuilder.StartGrey();
        for (var i = 0; i < count; i++)
        {
            file.Chunk("IDAT");
        }

        return file.End().ToBytes();
    }
}
