using System.Text;

namespace Badges.LinkedData.Rdf;

/// <summary>The characters of blank node labels. RDF 1.1 N-Quads, section 4, PN_CHARS.</summary>
internal static class BlankNodeLabel
{
    private static readonly (int First, int Last)[] Letters =
    [
        ('A', 'Z'), ('a', 'z'), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF),
        (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD),
        (0x10000, 0xEFFFF),
    ];

    public static bool MayStartWith(Rune rune) => rune.Value is '_' or ':' or (>= '0' and <= '9') || IsLetter(rune);

    public static bool MayContain(Rune rune) => MayStartWith(rune)
        || rune.Value is '-' or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    private static bool IsLetter(Rune rune) =>
        Array.Exists(Letters, range => rune.Value >= range.First && rune.Value <= range.Last);
}
