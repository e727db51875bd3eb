using System.Globalization;
using System.Text;

namespace Badges.Server.Features.Registry;

/// <summary>
/// What is left of a name once everything is gone that the eye passes over: case, accents, blanks, marks, what is not
/// seen at all, and letters of other alphabets or digits that look like ours. Two names with one skeleton can be taken
/// for each other.
/// </summary>
public static class NameSkeleton
{
    /// <summary>In a name of so few letters each of them counts: there 1 is not taken for I.</summary>
    private const int ShortName = 2;

    private const int RightToLeftOverride = 0x202E;
    private const int EndOfOverride = 0x202C;

    /// <summary>Signs that compatibility makes into letters, and that say nothing.</summary>
    private static readonly int[] TradeMarks = ['™', '℠'];

    public static string Of(string? name)
    {
        var letters = Plain(name);
        return letters.Length <= ShortName
            ? letters
            : string.Concat(letters.Select(LookalikeLetters.AmongOurs)).Replace("rn", "m").Replace("vv", "w");
    }

    /// <summary>The letters and digits of a name as ours, in lower case: what a search compares.</summary>
    public static string Plain(string? name)
    {
        var plain = new StringBuilder();
        foreach (var rune in Displayed(name ?? ""))
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                plain.Append((char)(rune.Value | 0x20)); // digits have that bit
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                Append(plain, rune);
            }
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (LookalikeLetters.Find(rune) is { } letters)
        {
            plain.Append(letters);
            return;
        }

        // Accents apart from their letters; full-width and other decorated letters as plain ones.
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (LookalikeLetters.Find(part) is { } known)
            {
                plain.Append(known);
            }
            else if (IsSeen(part))
            {
                plain.Append(Rune.ToLowerInvariant(part).ToString());
            }
        }
    }

    /// <summary>The runes in the order in which they are shown: an override turns round what follows it.</summary>
    private static List<Rune> Displayed(string name)
    {
        var shown = new List<Rune>(name.Length);
        int? turned = null;
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value == RightToLeftOverride)
            {
                turned ??= shown.Count;
            }
            else if (rune.Value == EndOfOverride && turned is { } start)
            {
                shown.Reverse(start, shown.Count - start);
                turned = null;
            }
            else if (!TradeMarks.Contains(rune.Value))
            {
                shown.Add(rune);
            }
        }

        if (turned is { } open)
        {
            shown.Reverse(open, shown.Count - open);
        }

        return shown;
    }

    /// <summary>Letters and digits, but for those that are drawn as nothing or as a mark beside a letter.</summary>
    private static bool IsSeen(Rune rune) =>
        Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter
        && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5);
}
