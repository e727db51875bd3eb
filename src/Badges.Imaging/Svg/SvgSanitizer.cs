using System.Xml;
using System.Xml.Linq;

namespace Badges.Imaging.Svg;

/// <summary>
/// Lets a still drawing pass and nothing else: elements, attributes and style properties of a list, references inside the
/// file only. Comments, metadata, the elements of editors and baked credentials are left out; what could run, fetch or
/// multiply refuses the file. Scalable Vector Graphics 2, section 2.3.1 (secure static mode).
/// </summary>
public static class SvgSanitizer
{
    /// <summary>The largest file that is kept, in bytes.</summary>
    public const int MaximumBytes = 500_000;

    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const string XInclude = "http://www.w3.org/2001/XInclude";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Cleans an uploaded file or names its first offence. Never throws, whatever the bytes.</summary>
    public static SvgCleaning Clean(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaximumBytes)
        {
            return Refuse(new SvgOffence { Reason = SvgOffenceReason.TooLarge, Name = "svg" });
        }

        if (SvgDocument.TryRead(file, out var fault) is not { } document)
        {
            return Refuse(new SvgOffence
            {
                Reason = SvgOffenceReason.Unreadable,
                Name = fault.ToString(),
                Fault = fault,
            });
        }

        var offence = CleanSurroundings(document.Root) ?? CleanElement(document.Root, out _) ?? SvgUses.FindNested(document.Root);
        return offence is null ? new SvgCleaning(document.ToBytes(), null) : Refuse(offence);
    }

    internal static SvgOffence Offence(SvgOffenceReason reason, string name, XObject place) => new()
    {
        Reason = reason,
        Name = name,
        Line = place is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : 0,
    };

    private static SvgCleaning Refuse(SvgOffence offence) => new(null, offence);

    /// <summary>A style sheet outside the file stands beside the root; comments there are left out.</summary>
    private static SvgOffence? CleanSurroundings(XElement root)
    {
        foreach (var node in root.Document?.Nodes().ToList() ?? [])
        {
            if (node is XProcessingInstruction { Target: "xml-stylesheet" } instruction)
            {
                return Offence(SvgOffenceReason.ExternalReference, instruction.Target, instruction);
            }

            if (node is not XElement)
            {
                node.Remove();
            }
        }

        return null;
    }

    private static SvgOffence? CleanElement(XElement element, out bool isKept)
    {
        isKept = true;
        if (FindForbidden(element) is { } reason)
        {
            return Offence(reason, element.Name.LocalName, element);
        }

        if (element.Name.Namespace != SvgDocument.Namespace || element.Name.LocalName == "metadata")
        {
            isKept = false;
            return FindHidden(element);
        }

        return CleanAttributes(element) ?? (element.Name.LocalName == "style" ? CleanSheet(element) : CleanNodes(element));
    }

    /// <summary>What an editor or a baker left inside goes with it, but never hides what refuses the file.</summary>
    private static SvgOffence? FindHidden(XElement element)
    {
        var active = element.Descendants().FirstOrDefault(inner => FindForbidden(inner) is not null);
        return active is not null && FindForbidden(active) is { } reason
            ? Offence(reason, active.Name.LocalName, active)
            : null;
    }

    private static SvgOffenceReason? FindForbidden(XElement element) => element.Name.NamespaceName switch
    {
        XInclude => SvgOffenceReason.Inclusion,
        Xhtml => SvgOffenceReason.ForeignContent,
        Svg => FindForbidden(element.Name.LocalName),
        _ => null,
    };

    private static SvgOffenceReason? FindForbidden(string name) => name switch
    {
        "script" or "handler" or "listener" => SvgOffenceReason.Script,
        "foreignObject" => SvgOffenceReason.ForeignContent,
        _ when SvgAllowList.AnimationElements.Contains(name) => SvgOffenceReason.Animation,
        "metadata" => null,
        _ when !SvgAllowList.Elements.Contains(name) => SvgOffenceReason.ForbiddenElement,
        _ => null,
    };

    private static SvgOffence? CleanNodes(XElement element)
    {
        var nodes = element.Nodes().ToList();
        var kept = new List<XNode>(nodes.Count);
        foreach (var node in nodes)
        {
            var isKept = node is not (XComment or XProcessingInstruction);
            if (node is XElement child && CleanElement(child, out isKept) is { } offence)
            {
                return offence;
            }

            if (isKept)
            {
                kept.Add(node);
            }
        }

        if (kept.Count < nodes.Count)
        {
            // Removing nodes one by one would search the list each time.
            element.RemoveNodes();
            element.Add(kept);
        }

        return null;
    }

    private static SvgOffence? CleanSheet(XElement style)
    {
        if (style.Elements().FirstOrDefault() is { } child)
        {
            return Offence(SvgOffenceReason.StyleSheet, child.Name.LocalName, child);
        }

        if (SvgStyle.TryCleanSheet(style.Value, out var found) is not { } cleaned)
        {
            return Offence(found.Reason, found.Name, style);
        }

        style.ReplaceNodes(cleaned);
        return null;
    }

    private static SvgOffence? CleanAttributes(XElement element)
    {
        foreach (var attribute in element.Attributes().ToList())
        {
            var offence = attribute.IsNamespaceDeclaration
                ? CleanNamespace(attribute)
                : CleanAttribute(element, attribute);
            if (offence is not null)
            {
                return offence;
            }
        }

        return null;
    }

    private static SvgOffence? CleanNamespace(XAttribute declaration)
    {
        if (declaration.Value is not (XLink or Svg))
        {
            declaration.Remove();
        }

        return null;
    }

    private static SvgOffence? CleanAttribute(XElement element, XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            return Offence(SvgOffenceReason.EventAttribute, name, attribute);
        }

        if (name == "href" && attribute.Name.NamespaceName is "" or XLink)
        {
            return CleanReference(element, attribute);
        }

        if (attribute.Name.Namespace == XNamespace.Xml && name is "space" or "lang")
        {
            return null;
        }

        if (attribute.Name.Namespace != XNamespace.None || IsInert(name))
        {
            attribute.Remove();
            return null;
        }

        if (name == "style")
        {
            return CleanStyle(attribute);
        }

        if (name.StartsWith("aria-", StringComparison.Ordinal) || name is "id" or "class")
        {
            return null;
        }

        if (!SvgAllowList.Attributes.Contains(name) && !SvgAllowList.Properties.Contains(name))
        {
            return Offence(SvgOffenceReason.ForbiddenAttribute, name, attribute);
        }

        return SvgValue.FindOffence(attribute.Value) is { } reason ? Offence(reason, name, attribute) : null;
    }

    private static bool IsInert(string name) =>
        name.StartsWith("data-", StringComparison.Ordinal) || SvgAllowList.InertAttributes.Contains(name);

    private static SvgOffence? CleanReference(XElement element, XAttribute attribute)
    {
        if (SvgReference.TryClean(element.Name.LocalName, attribute.Value, out var reason) is not { } reference)
        {
            return Offence(reason, "href", attribute);
        }

        attribute.Value = reference;
        return null;
    }

    private static SvgOffence? CleanStyle(XAttribute attribute)
    {
        if (SvgStyle.TryCleanDeclarations(attribute.Value, out var found) is not { } cleaned)
        {
            return Offence(found.Reason, found.Name, attribute);
        }

        attribute.Value = cleaned;
        return null;
    }
}
