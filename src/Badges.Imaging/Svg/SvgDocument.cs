using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Badges.Imaging.Svg;

/// <summary>
/// An SVG file as its elements. A plain document type is dropped, entity declarations are refused, nothing is
/// resolved or fetched, size and depth are bounded. Scalable Vector Graphics 1.1, section 5.1; Extensible Markup
/// Language 1.0.
/// </summary>
public sealed class SvgDocument
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>How deep elements may be nested.</summary>
    public const int MaximumDepth = 100;

    /// <summary>How many elements and attributes a document may have.</summary>
    public const int MaximumNodes = 100_000;

    /// <summary>How many attributes an element may have.</summary>
    public const int MaximumAttributes = 10_000;

    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private readonly XDocument _document;

    private SvgDocument(XDocument document, XElement root, string? internalSubset)
    {
        _document = document;
        Root = root;
        InternalSubset = internalSubset;
    }

    /// <summary>The <c>svg</c> element. It may be changed: <see cref="ToBytes"/> writes what it is then.</summary>
    public XElement Root { get; }

    /// <summary>The declarations of the document type that was dropped; null when it had none.</summary>
    internal string? InternalSubset { get; }

    /// <summary>Reads a file, or returns null and names the fault. Never throws, whatever the bytes.</summary>
    public static SvgDocument? TryRead(ReadOnlyMemory<byte> file, out SvgFault fault)
    {
        fault = TryDecode(file.Span, out var text);
        if (fault != SvgFault.None)
        {
            return null;
        }

        try
        {
            fault = CheckBounds(text);
            return fault == SvgFault.None ? Load(text) : null;
        }
        catch (XmlException)
        {
            fault = SvgFault.NotWellFormed;
            return null;
        }
    }

    /// <summary>The document in UTF-8, without byte order mark and document type.</summary>
    public byte[] ToBytes()
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = _document.Declaration is null,
        };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            _document.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static SvgFault TryDecode(ReadOnlySpan<byte> file, out string text)
    {
        text = string.Empty;
        if (file.IsEmpty)
        {
            return SvgFault.Empty;
        }

        if (file.Length > MaximumBytes)
        {
            return SvgFault.TooLarge;
        }

        if (SvgText.TryDecode(file) is not { } decoded)
        {
            return SvgFault.BadEncoding;
        }

        text = decoded;
        if (decoded.Contains('\0'))
        {
            return SvgFault.NulCharacter;
        }

        return SvgText.DeclaresEntity(decoded) ? SvgFault.EntityDeclared
            : SvgText.MayHaveMoreAttributesThan(MaximumAttributes, decoded) ? SvgFault.TooManyNodes
            : SvgFault.None;
    }

    private static SvgFault CheckBounds(string text)
    {
        using var reader = Open(text);
        reader.MoveToContent();
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != Namespace)
        {
            return SvgFault.NotSvg;
        }

        var nodes = 0;
        do
        {
            nodes += reader.NodeType == XmlNodeType.EndElement ? 0 : 1 + reader.AttributeCount;
            if (reader.Depth > MaximumDepth)
            {
                return SvgFault.TooDeep;
            }

            if (nodes > MaximumNodes)
            {
                return SvgFault.TooManyNodes;
            }
        }
        while (reader.Read());
        return SvgFault.None;
    }

    private static SvgDocument? Load(string text)
    {
        using var reader = Open(text);
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        return document.Root is { } root
            ? new SvgDocument(document, root, SvgText.InternalSubset(text))
            : null;
    }

    private static XmlReader Open(string text) => XmlReader.Create(
        new StringReader(text),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MaximumBytes,
            MaxCharactersFromEntities = 1,
            CloseInput = true,
        });
}
