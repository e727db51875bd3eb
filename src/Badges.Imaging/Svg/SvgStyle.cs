using System.Text;
using System.Text.RegularExpressions;

namespace Badges.Imaging.Svg;

/// <summary>
/// Reads style attributes and style sheets, keeps the properties on the list and drops the others. At-rules, escapes and
/// values that could do more than draw are offences. Cascading Style Sheets 2.1, section 4.1.
/// </summary>
internal static partial class SvgStyle
{
    private static readonly string[] ActiveProperties = ["behavior", "-moz-binding"];

    /// <summary>The declarations that are kept, or null and the offence.</summary>
    public static string? TryCleanDeclarations(string text, out (SvgOffenceReason Reason, string Name) offence)
    {
        offence = default;
        var kept = new StringBuilder();
        foreach (var declaration in Comment().Replace(text, " ").Split(';', StringSplitOptions.TrimEntries))
        {
            if (declaration.Length == 0)
            {
                continue;
            }

            var colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                offence = (SvgOffenceReason.StyleSheet, declaration[..Math.Min(declaration.Length, 40)]);
                return null;
            }

            var (name, value) = (declaration[..colon].TrimEnd(), declaration[(colon + 1)..].TrimStart());
            var reason = ActiveProperties.Contains(name, StringComparer.OrdinalIgnoreCase)
                ? SvgOffenceReason.Script
                : SvgValue.FindOffence(value);
            if (reason is { } found)
            {
                offence = (found, name);
                return null;
            }

            if (SvgAllowList.Properties.Contains(name))
            {
                kept.Append(name).Append(':').Append(value).Append(';');
            }
        }

        return kept.ToString();
    }

    /// <summary>The rules that are kept, or null and the offence.</summary>
    public static string? TryCleanSheet(string text, out (SvgOffenceReason Reason, string Name) offence)
    {
        offence = default;
        var kept = new StringBuilder();
        var sheet = Comment().Replace(text, " ").Trim();
        var offset = 0;
        while (offset < sheet.Length)
        {
            var rule = Rule().Match(sheet, offset);
            if (!rule.Success)
            {
                offence = (SvgOffenceReason.StyleSheet, FirstWord().Match(sheet, offset).Value);
                return null;
            }

            if (TryCleanDeclarations(rule.Groups["declarations"].Value, out offence) is not { } declarations)
            {
                return null;
            }

            kept.Append(rule.Groups["selector"].Value.Trim()).Append('{').Append(declarations).Append('}');
            offset += rule.Length;
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G(?<selector>[\p{L}\p{N}\s.#,>*_-]+)\{(?<declarations>[^{}]*)\}\s*")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\G\S{0,40}")]
    private static partial Regex FirstWord();
}
