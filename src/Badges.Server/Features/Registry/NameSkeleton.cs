using System.Globalization;
using System.Text;

namespace Badges.Server.Features.Registry;

/// <summary>
/// What is left of a name once everything is gone that the eye passes over: case, accents, blanks, marks, and letters
/// of other alphabets or digits that look like ours. Two names with one skeleton can be taken for each other.
/// </summary>
public static class NameSkeleton
{
    /// <summary>Each letter of the left row looks like the one below it. Case counts: Ν is an N, ν is a v.</summary>
    private static readonly Dictionary<char, char> Lookalikes = Table(
        ("IiL1|!ıɩ", 'l'), ("0", 'o'), ("5$", 's'), ("3€", 'e'), ("4@", 'a'), ("8", 'b'),
        ("АаΑαɑ", 'a'), ("ВвЬьΒβ", 'b'), ("СсϹϲ", 'c'), ("ԁ", 'd'), ("ЕеЭэΕε", 'e'), ("Ғғ", 'f'), ("ɡԌԍ", 'g'),
        ("НнҺһΗ", 'h'), ("ІіӀӏΙι", 'l'), ("ЈјϳȷͿ", 'j'), ("КкΚκ", 'k'), ("МмΜϺ", 'm'), ("ПпΝη", 'n'), ("ОоΟοσՕօ", 'o'),
        ("РрΡρ", 'p'), ("Ԛԛ", 'q'), ("Гг", 'r'), ("Ѕѕ", 's'), ("ТтΤτ", 't'), ("Ииυμ", 'u'), ("Ѵѵν", 'v'),
        ("Ԝԝω", 'w'), ("ХхΧχ", 'x'), ("УуΥγ", 'y'), ("Ζ", 'z'));

    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['œ'] = "oe",
        ['Œ'] = "oe",
        ['æ'] = "ae",
        ['Æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['Ø'] = "o",
        ['ł'] = "l",
        ['Ł'] = "l",
        ['đ'] = "d",
        ['Đ'] = "d",
    };

    public static string Of(string? name)
    {
        var skeleton = new StringBuilder();
        foreach (var character in Decomposed(name))
        {
            if (Lookalikes.TryGetValue(character, out var plain))
            {
                skeleton.Append(plain);
            }
            else if (Ligatures.TryGetValue(character, out var letters))
            {
                skeleton.Append(letters);
            }
            else if (char.IsLetterOrDigit(character))
            {
                skeleton.Append(char.ToLowerInvariant(character));
            }
        }

        return skeleton.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Accents apart from their letters; full-width and other decorated letters as plain ones.</summary>
    private static IEnumerable<char> Decomposed(string? name)
    {
        try
        {
            return (name ?? "").Normalize(NormalizationForm.FormKD)
                .Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark);
        }
        catch (ArgumentException)
        {
            return name ?? ""; // half a character: it has no other form
        }
    }

    private static Dictionary<char, char> Table(params (string Letters, char Plain)[] rows) => rows
        .SelectMany(row => row.Letters.Select(letter => (letter, row.Plain)))
        .ToDictionary(pair => pair.letter, pair => pair.Plain);
}
