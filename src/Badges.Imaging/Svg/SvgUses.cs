using System.Xml.Linq;

namespace Badges.Imaging.Svg;

/// <summary>
/// Copies by <c>use</c>. A copy of what itself copies is refused: ten lines of them can stand for a billion shapes.
/// Scalable Vector Graphics 1.1, section 5.6.
/// </summary>
internal static class SvgUses
{
    private static readonly XName Use = SvgDocument.Namespace + "use";

    public static SvgOffence? FindNested(XElement root)
    {
        var uses = root.Descendants(Use).ToList();
        if (uses.Count == 0)
        {
            return null;
        }

        // The elements that are, hold or surround a copy: none of them may be copied.
        var copying = uses.SelectMany(use => use.AncestorsAndSelf()).Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var nested = uses.FirstOrDefault(use => TargetOf(use) is { } target && copying.Contains(target));
        return nested is null ? null : SvgSanitizer.Offence(SvgOffenceReason.NestedUse, "use", nested);
    }

    private static string IdOf(XElement element) => element.Attribute("id")?.Value ?? string.Empty;

    private static string? TargetOf(XElement use) =>
        use.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "href")?.Value.TrimStart('#') is { Length: > 0 } id
            ? id
            : null;
}
