using System.Xml.Linq;
using Badges.Credentials.Proofs;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Baking;

/// <summary>A credential in an SVG: one element, the first inside the root (Open Badges 3.0, section 5.3.2; Open
/// Badges 2.0, "Baking specification").</summary>
public static class SvgBaking
{
    /// <summary>The namespace of the element of Open Badges 3.0.</summary>
    public const string OpenBadges3Namespace = "https://purl.imsglobal.org/ob/v3p0";

    /// <summary>The namespace of the element of Open Badges 2.0 and older.</summary>
    public const string OpenBadges2Namespace = "http://openbadges.org";

    private const string CdataEnd = "]]>";

    private static readonly XName Credential = XName.Get("credential", OpenBadges3Namespace);
    private static readonly XName Assertion = XName.Get("assertion", OpenBadges2Namespace);

    /// <summary>The elements that hold a credential, of either version.</summary>
    public static IReadOnlyCollection<XName> Elements { get; } = [Credential, Assertion];

    /// <summary>The picture with this credential and no other, whichever version it held before.</summary>
    /// <exception cref="ArgumentException">The bytes are not an SVG, or the text is not a credential.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> svg, string credential) => TryBake(svg, credential, out var fault)
        ?? throw new ArgumentException($"Not an SVG document: {fault}.", nameof(svg));

    /// <summary>The same, or null with the reason why the picture is not one that can be baked.</summary>
    /// <exception cref="ArgumentException">The text is not a credential.</exception>
    public static byte[]? TryBake(ReadOnlyMemory<byte> svg, string credential, out SvgFault fault)
    {
        var version = BakedVersions.TryRecognize(credential)
            ?? throw new ArgumentException("The text is not an Open Badges 2.0 or 3.0 credential.", nameof(credential));
        if (SvgDocument.TryRead(svg, out fault) is not { } picture)
        {
            return null;
        }

        Remove(picture.Root);
        var name = version is BakedVersion.OpenBadges3 ? Credential : Assertion;
        picture.Root.SetAttributeValue(XNamespace.Xmlns + "openbadges", name.NamespaceName);
        picture.Root.AddFirst(ElementOf(name, version, credential.Trim()));
        return picture.ToBytes();
    }

    /// <summary>Every element that holds a credential of either version, in the order of the file.</summary>
    public static IReadOnlyList<BakedElement> Read(SvgDocument svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var first = svg.Root.Elements().FirstOrDefault();
        return [.. ElementsOf(svg.Root).Select(element => new BakedElement(
            element.Name == Credential ? BakedVersion.OpenBadges3 : BakedVersion.OpenBadges2,
            element.Attribute("verify")?.Value,
            element.Value.Trim() is { Length: > 0 } body ? body : null,
            element == first))];
    }

    private static XElement ElementOf(XName name, BakedVersion version, string credential)
    {
        if (Jws.TryRead(credential) is not null)
        {
            return new XElement(name, new XAttribute("verify", credential));
        }

        // A hosted assertion names the address that it is verified at.
        var address = version is BakedVersion.OpenBadges2 && BakedVersions.TryReadJson(credential) is { } json
            ? JsonStrings.TryGet(json, "id")
            : null;
        return new XElement(name, address is null ? null : new XAttribute("verify", address), Cdata(credential));
    }

    // The end mark of a CDATA section cannot stand inside one: the text continues in a second section in the middle
    // of it.
    private static IEnumerable<XCData> Cdata(string text)
    {
        var parts = text.Split(CdataEnd);
        return parts.Select((part, index) => new XCData(
            (index == 0 ? "" : CdataEnd[2..]) + part + (index == parts.Length - 1 ? "" : CdataEnd[..2])));
    }

    private static IEnumerable<XElement> ElementsOf(XElement root) =>
        root.Descendants().Where(each => each.Name == Credential || each.Name == Assertion);

    private static void Remove(XElement root)
    {
        ElementsOf(root).Remove();
        root.Attributes()
            .Where(each => each.IsNamespaceDeclaration && each.Value is OpenBadges3Namespace or OpenBadges2Namespace)
            .Remove();
    }
}
