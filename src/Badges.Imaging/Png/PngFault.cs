namespace Badges.Imaging.Png;

/// <summary>Why bytes are not a PNG datastream. Portable Network Graphics, third edition, sections 5 and 13.</summary>
public enum PngFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>The eight bytes of the PNG signature are missing (5.2).</summary>
    NotPng,

    /// <summary>The file stops inside a chunk.</summary>
    Truncated,

    /// <summary>A chunk announces more than 2³¹−1 bytes (5.3).</summary>
    ChunkTooLong,

    /// <summary>A chunk type is not four ASCII letters (5.3).</summary>
    BadChunkType,

    /// <summary>A chunk's cyclic redundancy code is not that of its bytes (5.5).</summary>
    BadCrc,

    /// <summary>There are more chunks than <see cref="PngDatastream.MaximumChunks"/>.</summary>
    TooManyChunks,

    /// <summary>The first chunk is not IHDR (5.6).</summary>
    HeaderMissing,

    /// <summary>IHDR has a wrong length, a size of zero or values that PNG does not define (11.2.1).</summary>
    BadHeader,

    /// <summary>There is a second IHDR, PLTE or chunk of that rank which may stand once only (5.6).</summary>
    RepeatedChunk,

    /// <summary>A critical chunk is not one that PNG defines: no decoder can show the picture (5.4).</summary>
    UnknownCriticalChunk,

    /// <summary>An indexed picture has no palette before its pixels (11.2.2).</summary>
    PaletteMissing,

    /// <summary>There is no IDAT chunk (5.6).</summary>
    NoImageData,

    /// <summary>Another chunk stands between two IDAT chunks (5.6).</summary>
    ImageDataSplit,

    /// <summary>The file ends without IEND (5.6).</summary>
    EndMissing,

    /// <summary>IEND is not empty (11.2.5).</summary>
    BadEnd,

    /// <summary>Bytes follow IEND.</summary>
    DataAfterEnd,
}
