using System.Globalization;
using System.Text;

namespace Badges.Server.Features.Recipients;

/// <summary>Text as it is compared and searched: lower case, without accents, words separated by one blank.</summary>
public static class FoldedText
{
    public static string Of(string? text)
    {
        var folded = new StringBuilder();
        foreach (var character in (text ?? "").Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(Plain(char.ToLowerInvariant(character)));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark
                && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Whether the words stand in the text as whole words, one after the other.</summary>
    public static bool ContainsWords(string text, string words)
    {
        var wanted = Of(words);
        return wanted.Length > 0 && $" {Of(text)} ".Contains($" {wanted} ", StringComparison.Ordinal);
    }

    private static string Plain(char letter) => letter switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        _ => letter.ToString(),
    };
}
