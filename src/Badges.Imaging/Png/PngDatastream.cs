namespace Badges.Imaging.Png;

/// <summary>
/// A PNG file as its chunks: each chunk's code was verified, the order of the critical chunks too, and nothing
/// follows the end. Pixels and compressed chunks are never inflated. Portable Network Graphics, third edition,
/// section 5.
/// </summary>
public sealed class PngDatastream
{
    /// <summary>The most chunks that a file may have; encoders write some hundreds at most.</summary>
    public const int MaximumChunks = 5000;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private PngDatastream(IReadOnlyList<PngChunk> chunks, PngHeader header)
    {
        Chunks = chunks;
        Width = header.Width;
        Height = header.Height;
    }

    /// <summary>All chunks in order, from IHDR to IEND.</summary>
    public IReadOnlyList<PngChunk> Chunks { get; }

    /// <summary>The width that IHDR gives, in pixels.</summary>
    public int Width { get; }

    /// <summary>The height that IHDR gives, in pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a file, or returns null and names the first fault. Never throws, whatever the bytes.</summary>
    public static PngDatastream? TryRead(ReadOnlyMemory<byte> file, out PngFault fault)
    {
        fault = CheckSignature(file.Span);
        if (fault != PngFault.None)
        {
            return null;
        }

        var chunks = new List<PngChunk>();
        fault = PngChunkReader.ReadAll(file[Signature.Length..], chunks);
        return fault == PngFault.None ? FromChunks(chunks, out fault) : null;
    }

    /// <summary>The file: chunks that were read and not changed are copied byte for byte.</summary>
    public byte[] ToBytes()
    {
        var length = Signature.Length;
        foreach (var chunk in Chunks)
        {
            length = checked(length + chunk.EncodedLength);
        }

        var file = GC.AllocateUninitializedArray<byte>(length);
        Signature.CopyTo(file);
        var offset = Signature.Length;
        foreach (var chunk in Chunks)
        {
            chunk.WriteTo(file.AsSpan(offset, chunk.EncodedLength));
            offset += chunk.EncodedLength;
        }

        return file;
    }

    /// <summary>The same picture, of the same IHDR, with other chunks around it.</summary>
    /// <exception cref="ArgumentException">The chunks do not make a PNG datastream with this IHDR.</exception>
    public PngDatastream WithChunks(IEnumerable<PngChunk> chunks)
    {
        var list = chunks.ToList();
        if (list.Any(chunk => !PngChunkReader.IsChunkType(chunk.Type)))
        {
            throw new ArgumentException($"Not a PNG datastream: {PngFault.BadChunkType}.", nameof(chunks));
        }

        if (list.Count == 0 || !list[0].Equals(Chunks[0]))
        {
            throw new ArgumentException("IHDR comes first and stays as it is.", nameof(chunks));
        }

        return FromChunks(list, out var fault)
            ?? throw new ArgumentException($"Not a PNG datastream: {fault}.", nameof(chunks));
    }

    private static PngFault CheckSignature(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return PngFault.Empty;
        }

        return file.StartsWith(Signature) ? PngFault.None : PngFault.NotPng;
    }

    private static PngDatastream? FromChunks(List<PngChunk> chunks, out PngFault fault)
    {
        fault = PngStructure.Check(chunks, out var header);
        return fault == PngFault.None ? new PngDatastream(chunks, header) : null;
    }
}
