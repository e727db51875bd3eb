using System.Text.RegularExpressions;

namespace Badges.Imaging.Svg;

/// <summary>Judges the value of an attribute or of a style property.</summary>
internal static partial class SvgValue
{
    private static readonly System.Buffers.SearchValues<char> NeverNeeded = System.Buffers.SearchValues.Create("\\<>@{};");

    /// <summary>Null when the value can only draw.</summary>
    public static SvgOffenceReason? FindOffence(string value)
    {
        if (value.AsSpan().ContainsAny(NeverNeeded))
        {
            return SvgOffenceReason.UnsafeValue;
        }

        if (value.Contains("script:", StringComparison.OrdinalIgnoreCase))
        {
            return SvgOffenceReason.Script;
        }

        foreach (Match call in Call().Matches(LocalReference().Replace(value, " ")))
        {
            var function = call.Groups["name"].Value;
            if (function.Equals("url", StringComparison.OrdinalIgnoreCase))
            {
                return SvgOffenceReason.ExternalReference;
            }

            if (!SvgAllowList.Functions.Contains(function))
            {
                return SvgOffenceReason.UnsafeValue;
            }
        }

        return null;
    }

    [GeneratedRegex("""url\(\s*(?<quote>["']?)#[\p{L}_][\p{L}\p{N}_.:-]*\k<quote>\s*\)""")]
    private static partial Regex LocalReference();

    [GeneratedRegex("""(?<name>[^\s(),;'"/]*)\s*\(""")]
    private static partial Regex Call();
}
