namespace Badges.Server.Features.Organizations;

/// <summary>The word that names a structure or a badge in its addresses. Never changed, never reused.</summary>
public static class Slug
{
    public const int Longest = 60;

    public static bool IsWellFormed(string text) =>
        text.Length is > 0 and <= Longest && text.All(symbol => char.IsAsciiLetterLower(symbol)
            || char.IsAsciiDigit(symbol) || symbol == '-');
}
