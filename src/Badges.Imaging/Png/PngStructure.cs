namespace Badges.Imaging.Png;

/// <summary>The order and number of the critical chunks. Portable Network Graphics, sections 5.6 and 11.2.</summary>
internal static class PngStructure
{
    public const string ImageData = "IDAT";
    public const string End = "IEND";
    private const string Palette = "PLTE";

    public static PngFault Check(IReadOnlyList<PngChunk> chunks, out PngHeader header)
    {
        header = default;
        if (chunks.Count == 0 || chunks[0].Type != PngHeader.ChunkType)
        {
            return PngFault.HeaderMissing;
        }

        if (PngHeader.TryRead(chunks[0].Data.Span) is not { } read)
        {
            return PngFault.BadHeader;
        }

        header = read;
        var fault = CheckCriticalChunks(chunks);
        if (fault != PngFault.None)
        {
            return fault;
        }

        fault = CheckImageData(chunks, header);
        return fault == PngFault.None ? CheckEnd(chunks) : fault;
    }

    private static PngFault CheckCriticalChunks(IReadOnlyList<PngChunk> chunks)
    {
        var hasPalette = false;
        foreach (var chunk in chunks.Skip(1).Where(chunk => !chunk.IsAncillary))
        {
            switch (chunk.Type)
            {
                case PngHeader.ChunkType:
                case Palette when hasPalette:
                    return PngFault.RepeatedChunk;
                case Palette:
                    hasPalette = true;
                    break;
                case ImageData or End:
                    break;
                default:
                    return PngFault.UnknownCriticalChunk;
            }
        }

        return PngFault.None;
    }

    private static PngFault CheckImageData(IReadOnlyList<PngChunk> chunks, PngHeader header)
    {
        var types = chunks.Select(chunk => chunk.Type).ToList();
        var first = types.IndexOf(ImageData);
        if (first < 0)
        {
            return PngFault.NoImageData;
        }

        if (header.ColourType == PngHeader.IndexedColour && types.IndexOf(Palette) is var palette
            && (palette < 0 || palette > first))
        {
            return PngFault.PaletteMissing;
        }

        var last = types.LastIndexOf(ImageData);
        var isSplit = types.Skip(first).Take(last - first).Any(type => type != ImageData);
        return isSplit ? PngFault.ImageDataSplit : PngFault.None;
    }

    private static PngFault CheckEnd(IReadOnlyList<PngChunk> chunks)
    {
        var end = chunks.TakeWhile(chunk => chunk.Type != End).Count();
        if (end == chunks.Count)
        {
            return PngFault.EndMissing;
        }

        if (!chunks[end].Data.IsEmpty)
        {
            return PngFault.BadEnd;
        }

        return end == chunks.Count - 1 ? PngFault.None : PngFault.DataAfterEnd;
    }
}
