using System.Globalization;
using System.Text;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>A badge's name in addresses. Given once, never changed, never used again.</summary>
public static class BadgeSlug
{
    public const int Longest = 60;

    /// <summary>The address of the form for a new badge stands where a slug would.</summary>
    public const string Reserved = "nouveau";

    public static bool IsWellFormed(string slug) =>
        slug.Length is > 0 and <= Longest
        && slug.All(symbol => char.IsAsciiLetterLower(symbol) || char.IsAsciiDigit(symbol) || symbol == '-');

    /// <summary>Lower-case letters without accents, words joined by a dash; empty when nothing is left.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        var plain = name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
            .Normalize(NormalizationForm.FormD);
        foreach (var symbol in plain)
        {
            if (char.IsAsciiLetterOrDigit(symbol))
            {
                slug.Append(char.ToLowerInvariant(symbol));
            }
            else if (!IsAccent(symbol) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
    }

    private static bool IsAccent(char symbol) =>
        char.GetUnicodeCategory(symbol) == UnicodeCategory.NonSpacingMark;
}
