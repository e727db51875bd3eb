namespace Badges.Imaging.Png;

/// <summary>The three chunks that carry text. Portable Network Graphics, section 11.3.3.</summary>
public enum PngTextKind
{
    /// <summary>iTXt: UTF-8, compressed or not (11.3.3.4).</summary>
    International,

    /// <summary>tEXt: Latin-1 (11.3.3.2).</summary>
    Latin1,

    /// <summary>zTXt: compressed Latin-1 (11.3.3.3).</summary>
    CompressedLatin1,
}
