namespace Badges.Server.Web;

/// <summary>
/// French keeps <c>: ; ? !</c> and « » on the line of their word: the space before them may not break.
/// </summary>
public static class Typography
{
    private const string HardSpace = "\u00A0";

    public static string French(string text) => text.Contains(' ')
        ? text
            .Replace(" :", HardSpace + ":", StringComparison.Ordinal)
            .Replace(" ;", HardSpace + ";", StringComparison.Ordinal)
            .Replace(" ?", HardSpace + "?", StringComparison.Ordinal)
            .Replace(" !", HardSpace + "!", StringComparison.Ordinal)
            .Replace("« ", "«" + HardSpace, StringComparison.Ordinal)
            .Replace(" »", HardSpace + "»", StringComparison.Ordinal)
        : text;
}
