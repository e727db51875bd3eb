using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Badges.Imaging.Svg;

/// <summary>
/// What an SVG shows, told without drawing it: two files with the same digest show the same, however they are written.
/// Exclusive XML Canonicalization 1.0, over a copy without records.
/// </summary>
public static class SvgDrawing
{
    /// <summary>Blanks between elements are drawn nowhere but in texts; inside these, editors lay out the file with
    /// them.</summary>
    private static readonly HashSet<string> Containers =
    [
        "svg", "g", "defs", "symbol", "marker", "clipPath", "mask", "pattern", "linearGradient", "radialGradient",
        "filter", "switch", "metadata",
    ];

    /// <summary>
    /// SHA-256 over the canonical form. Not in it: the order of attributes, comments, prefixes, blanks between
    /// elements, and the elements that a baker adds. In it: scripts, style sheets beside the root, and an internal
    /// document type, which can set attributes when a browser reads it.
    /// </summary>
    /// <param name="svg">The picture; it stays as it is.</param>
    /// <param name="records">The names of the elements that are no part of the drawing.</param>
    public static byte[] Sha256(SvgDocument svg, IReadOnlyCollection<XName> records)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(records);
        var copy = svg.Copy();
        copy.Descendants().Where(element => records.Contains(element.Name)).Remove();
        copy.DescendantNodes().OfType<XText>().Where(IsLayout).Remove();
        NamePrefixes(copy);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (svg.InternalSubset is { } subset)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(subset));
            hash.AppendData([0]);
        }

        hash.AppendData(Canonicalize(copy));
        return hash.GetHashAndReset();
    }

    private static byte[] Canonicalize(XDocument drawing)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = drawing.CreateReader())
        {
            document.Load(reader);
        }

        var transform = new XmlDsigExcC14NTransform { Resolver = null };
        transform.LoadInput(document);
        using var sha256 = SHA256.Create();
        return transform.GetDigestedOutput(sha256);
    }

    private static bool IsLayout(XText text) =>
        text is not XCData && text.Parent is { } parent && parent.Name.Namespace == SvgDocument.Namespace
        && Containers.Contains(parent.Name.LocalName) && string.IsNullOrWhiteSpace(text.Value);

    /// <summary>The same prefix for the same namespace in every file: canonicalization keeps prefixes as they are
    /// written, and bakers write their own.</summary>
    private static void NamePrefixes(XDocument drawing)
    {
        var elements = drawing.Descendants().ToList();
        elements.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        var namespaces = elements.Select(element => element.Name.Namespace)
            .Concat(elements.Attributes().Select(attribute => attribute.Name.Namespace))
            .Where(each => each != XNamespace.None && each != XNamespace.Xml && each != SvgDocument.Namespace)
            .Distinct().OrderBy(each => each.NamespaceName, StringComparer.Ordinal);
        var root = elements[0];
        root.SetAttributeValue("xmlns", SvgDocument.Namespace.NamespaceName);
        foreach (var (index, each) in namespaces.Index())
        {
            root.SetAttributeValue(XNamespace.Xmlns + $"n{index}", each.NamespaceName);
        }
    }
}
