using System.Globalization;
using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Web;

/// <summary>The stylesheet as it is served, and the colours that it names for one scheme.</summary>
internal static partial class Stylesheet
{
    private const string DarkStart = "@media screen and (prefers-color-scheme: dark)";

    public static string Text { get; } = Read();

    public static IReadOnlyDictionary<string, string> Light { get; } = Colours(Block(":root"));

    public static IReadOnlyDictionary<string, string> Dark { get; } = new Dictionary<string, string>(
        Light.Where(light => !Overrides.ContainsKey(light.Key)).Concat(Overrides));

    private static Dictionary<string, string> Overrides => Colours(Block(DarkStart));

    /// <summary>
    /// Web Content Accessibility Guidelines 2.2, contrast ratio of two colours written as <c>#rrggbb</c>.
    /// </summary>
    public static double Contrast(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static string Read()
    {
        using var reader = new StreamReader(new Server.Web.Stylesheet().CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Block(string start)
    {
        var from = Text.IndexOf(start, StringComparison.Ordinal);
        return Text[from..Text.IndexOf("\n}", from, StringComparison.Ordinal)];
    }

    private static Dictionary<string, string> Colours(string block) => ColourPattern().Matches(block)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var digits = colour.AsSpan(start, 2);
            var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex ColourPattern();
}
