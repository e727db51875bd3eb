using System.Globalization;
using System.Text;

namespace Badges.Server.Features.Registry;

/// <summary>Letters, digits and signs that a reader of French takes for a letter of ours. Case counts: Ν is an N, ν is
/// a v.</summary>
public static class LookalikeLetters
{
    /// <summary>Each sign of the left side looks like what stands on the right, whatever its alphabet.</summary>
    private static readonly Dictionary<int, string> Foreign = Table(
        ("АаΑαɑДдΛɐᴀⱥȺ₳ᎪꓮᗅᗩⲀⲁ∀", "a"), ("ВвЬьΒβɓƀᏴꓐᗷʙⲂ฿ᛒБб", "b"), ("СсϹϲƈȼȻᏟꓚᑕᴄⲤⲥ₵¢ⅽҪҫ", "c"),
        ("ԁɗđĐᎠꓓᗞᴅԀ∂", "d"), ("ЕеЭэΕεΣξΞєЄɛƐəǝɇɆᎬꓰᗴᕮᴇⲈ∑℮ЗзᏋԐԑ", "e"), ("ҒғƒꓝᖴꜰϜ₣ẝ", "f"),
        ("ɡԌԍɠǥᏀꓖɢ₲ցᶃ", "g"), ("НнҺһΗɦħĦᎻꓧᕼʜⲎհ", "h"), ("ІіӀӏΙιıɩɪɨƗᎥꓲⲒǀǃ|!¡∣׀וןا١۱ᛁ", "i"),
        ("ЈјϳͿȷʝᎫꓙᒍᴊյ", "j"), ("КкΚκƙҚқᏦꓗᴋⲔ₭", "k"), ("łŁƚȽᏞꓡᒪʟ£ʅⱠԼ", "l"), ("МмΜϺɱᎷꓟᗰᴍⲘ₥ᛖ", "m"),
        ("ПпΝηИŋŊɲƞꓠᑎɴⲚ₦∩חողͶπΠЛлռ", "n"), ("ОоΟοσՕօøØɵƟΘθᴏꓳⲞ○◯●⚪∅ס٥ه๐ዐⵔФфΦφ∘◦", "o"), ("РрΡρƥᏢꓑᑭᴘⲢ₱þÞ", "p"),
        ("ԚԛʠզϘ", "q"), ("ГгЯяɍɌᎡᏒꓣᖇʀᛏᚱւ", "r"), ("ЅѕʂȿՏᏚꓢᔕꜱ§", "s"), ("ТтΤτƭʈŧŦᎢꓔᴛⲦ₮†", "t"),
        ("иυμꓴᑌᴜսՍטՄ∪ЦцՒሀ", "u"), ("ѴѵνʋᏙꓦᐯᴠ∨√", "v"), ("ԜԝωШшЩщⱳᎳꓪᗯᴡ₩աѡ", "w"), ("ХхΧχꓫ᙭ⲬⲭЖж×✕✖ᚷ", "x"),
        ("УуΥγƴɏʏꓬⲨ¥ўү", "y"), ("ΖζƶʐȥƨᏃꓜᘔᴢⲌ", "z"), ("ß", "ss"), ("œŒɶ", "oe"), ("æÆᴁ", "ae"), ("Юю", "io"),
        ("Ꮞ", "4"), ("Ҙ", "3"), ("$", "s"), ("€", "e"), ("@", "a"), ("&", "et"));

    /// <summary>Runs of decorated letters from A to Z that compatibility does not undo: circled, squared, flags.
    /// </summary>
    private static readonly int[] Runs = [0x1F150, 0x1F170, 0x1F1E6];

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>What the sign is taken for, or null.</summary>
    public static string? Find(Rune rune)
    {
        if (Foreign.TryGetValue(rune.Value, out var letters) || Foreign.TryGetValue(Upper(rune), out letters))
        {
            return letters;
        }

        foreach (var first in Runs)
        {
            if (rune.Value >= first && rune.Value < first + Alphabet.Length)
            {
                return Alphabet[(rune.Value - first)..][..1];
            }
        }

        return !rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber
            ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>One sign for those of ours that are taken for each other.</summary>
    public static char AmongOurs(char letter) => letter switch
    {
        'i' or '1' => 'l',
        '0' => 'o',
        '5' => 's',
        '3' => 'e',
        '4' => 'a',
        '8' => 'b',
        '6' => 'b',
        '9' => 'g',
        '7' => 't',
        '2' => 'z',
        _ => letter,
    };

    /// <summary>Small letters of Cherokee are drawn as its capitals.</summary>
    private static int Upper(Rune rune) =>
        rune.Value is (>= 0xAB70 and <= 0xABBF) or (>= 0x13F8 and <= 0x13FD)
            ? Rune.ToUpperInvariant(rune).Value
            : rune.Value;

    private static Dictionary<int, string> Table(params (string Signs, string Letters)[] rows) => rows
        .SelectMany(row => row.Signs.EnumerateRunes().Select(sign => (sign.Value, row.Letters)))
        .ToDictionary(pair => pair.Value, pair => pair.Letters);
}
