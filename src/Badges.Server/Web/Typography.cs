using System.Text.RegularExpressions;

namespace Badges.Server.Web;

/// <summary>French marks that stand apart from their word, and may not begin or end a line.</summary>
public static partial class Typography
{
    /// <summary>The text with spaces that do not break before <c>: ; ? ! » %</c> and after <c>«</c>.</summary>
    public static string French(string text) => SpaceOfAMark().Replace(text, "\u00A0");

    [GeneratedRegex(" (?=[:;?!»%])|(?<=«) ")]
    private static partial Regex SpaceOfAMark();
}
