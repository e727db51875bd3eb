namespace Badges.Imaging.Svg;

/// <summary>Why bytes are not an SVG document that this library reads.</summary>
public enum SvgFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>There are more bytes than <see cref="SvgDocument.MaximumBytes"/>.</summary>
    TooLarge,

    /// <summary>The bytes are not text in UTF-8, UTF-16 or Latin-1 as they claim.</summary>
    BadEncoding,

    /// <summary>There is a NUL character.</summary>
    NulCharacter,

    /// <summary>The document type declares an entity.</summary>
    EntityDeclared,

    /// <summary>The text is not well-formed XML with namespaces.</summary>
    NotWellFormed,

    /// <summary>Elements are nested deeper than <see cref="SvgDocument.MaximumDepth"/>.</summary>
    TooDeep,

    /// <summary>There are more elements and attributes than <see cref="SvgDocument.MaximumNodes"/>.</summary>
    TooManyNodes,

    /// <summary>The root is not <c>svg</c> in the namespace of SVG.</summary>
    NotSvg,
}
