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
    /// <summary>How many namespaces a drawing may have beside its own: each costs time at every element.</summary>
    public const int MaximumNamespaces = 32;

    /// <summary>How many attributes an element may have.</summary>
    public const int MaximumAttributes = 256;

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
    /// document type, which can set attributes when a browser reads it. Null when the drawing is more intricate than is
    /// canonicalised; no drawing with a digest is the same as one without.
    /// </summary>
    /// <param name="svg">The picture; it stays as it is.</param>
    /// <param name="records">The names of the elements that are no part of the drawing.</param>
    public static byte[]? TrySha256(SvgDocument svg, IReadOnlyCollection<XName> records)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(records);
        var namespaces = new SortedSet<string>(StringComparer.Ordinal);
        if (Copy(svg.Root, records, namespaces) is not { } root || namespaces.Count > MaximumNamespaces)
        {
            return null;
        }

        NamePrefixes(root, namespaces);
        var surroundings = svg.Root.Document?.Nodes() ?? [];
        var drawing = new XDocument(surroundings.Select(node => node == svg.Root ? root : node));
        if (TryCanonicalize(drawing) is not { } canonical)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (svg.InternalSubset is { } subset)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(subset));
            hash.AppendData([0]);
        }

        hash.AppendData(canonical);
        return hash.GetHashAndReset();
    }

    /// <summary>The element with what is drawn of it; null when it has too many attributes. It is built anew, because to
    /// take many nodes out of a tree costs the square of their number.</summary>
    private static XElement? Copy(XElement element, IReadOnlyCollection<XName> records, SortedSet<string> namespaces)
    {
        var attributes = element.Attributes().Where(each => !each.IsNamespaceDeclaration).ToList();
        if (attributes.Count > MaximumAttributes)
        {
            return null;
        }

        Note(element.Name.Namespace == SvgDocument.Namespace ? XNamespace.None : element.Name.Namespace, namespaces);
        attributes.ForEach(each => Note(each.Name.Namespace, namespaces));
        var copy = new XElement(element.Name, attributes);
        var isContainer = element.Name.Namespace == SvgDocument.Namespace
            && Containers.Contains(element.Name.LocalName);
        foreach (var node in element.Nodes())
        {
            if (node is not XElement inner)
            {
                copy.Add(IsLayout(node, isContainer) ? null : node);
            }
            else if (!records.Contains(inner.Name))
            {
                if (Copy(inner, records, namespaces) is not { } drawn)
                {
                    return null;
                }

                copy.Add(drawn);
            }
        }

        return copy;
    }

    private static bool IsLayout(XNode node, bool isInContainer) =>
        node is XComment || (isInContainer && node is XText text and not XCData && string.IsNullOrWhiteSpace(text.Value));

    /// <summary>The namespace of SVG needs no prefix for elements, and one for attributes as any other does.</summary>
    private static void Note(XNamespace name, SortedSet<string> namespaces)
    {
        if (name != XNamespace.None && name != XNamespace.Xml && namespaces.Count <= MaximumNamespaces)
        {
            namespaces.Add(name.NamespaceName);
        }
    }

    /// <summary>The same prefix for the same namespace in every file: canonicalization keeps prefixes as they are
    /// written, and bakers write their own.</summary>
    private static void NamePrefixes(XElement root, IEnumerable<string> namespaces)
    {
        root.SetAttributeValue("xmlns", SvgDocument.Namespace.NamespaceName);
        foreach (var (index, each) in namespaces.Index())
        {
            root.SetAttributeValue(XNamespace.Xmlns + $"n{index}", each);
        }
    }

    private static byte[]? TryCanonicalize(XDocument drawing)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = drawing.CreateReader())
        {
            document.Load(reader);
        }

        try
        {
            var transform = new XmlDsigExcC14NTransform { Resolver = null };
            transform.LoadInput(document);
            using var sha256 = SHA256.Create();
            return transform.GetDigestedOutput(sha256);
        }
        catch (CryptographicException)
        {
            return null; // more levels than the library takes
        }
    }
}
