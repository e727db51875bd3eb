using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Badges.Imaging.Sheets;

/// <summary>Lines of text on a page: what anybody wrote comes out as readable letters in a bounded space.</summary>
internal static class SheetText
{
    private const string Ellipsis = "…";

    /// <summary>More than this fits nowhere.</summary>
    private const int LongestText = 2000;

    /// <summary>The text on at most so many lines of that width; what does not fit is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int mostLines)
    {
        var lines = new List<string>();
        var line = string.Empty;
        var printable = Printable(text.Length > LongestText ? text[..LongestText] : text, font);
        foreach (var word in printable.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Pieces(word, font, width)))
        {
            var longer = line.Length == 0 || word.IsContinued ? line + word.Text : $"{line} {word.Text}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                line = word.Text;
            }
            else
            {
                line = longer;
            }

            if (lines.Count > mostLines)
            {
                break;
            }
        }

        lines.Add(line);
        return lines.Count <= mostLines
            ? lines
            : [.. lines.Take(mostLines - 1), Cut(lines[mostLines - 1], font, width)];
    }

    /// <summary>Without signs that steer the text, and with a mark for each letter that the font does not have.</summary>
    public static string Printable(string text, SKFont font)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    printable.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    printable.Append(font.ContainsGlyph(rune.Value) ? rune.ToString() : "?");
                    break;
            }
        }

        return printable.ToString();
    }

    /// <summary>A word that is wider than the line, such as an address, is broken wherever the line ends.</summary>
    private static IEnumerable<(string Text, bool IsContinued)> Pieces(string word, SKFont font, float width)
    {
        var isContinued = false;
        while (font.MeasureText(word) > width && word.Length > 1)
        {
            var length = Math.Max(1, font.BreakText(word, width));
            yield return (word[..length], isContinued);
            word = word[length..];
            isContinued = true;
        }

        yield return (word, isContinued);
    }

    private static string Cut(string line, SKFont font, float width)
    {
        while (line.Length > 0 && font.MeasureText(line + Ellipsis) > width)
        {
            line = line[..^1];
        }

        return line + Ellipsis;
    }
}
