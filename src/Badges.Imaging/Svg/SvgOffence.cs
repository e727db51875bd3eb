namespace Badges.Imaging.Svg;

/// <summary>The first thing in an SVG file that a badge's picture may not hold.</summary>
public sealed record SvgOffence
{
    /// <summary>What kind of thing it is.</summary>
    public required SvgOffenceReason Reason { get; init; }

    /// <summary>The element, attribute or style property, or the name of <see cref="Fault"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its line in the file, from 1, or 0 when the file could not be read.</summary>
    public int Line { get; init; }

    /// <summary>Why the file could not be read, when the reason is <see cref="SvgOffenceReason.Unreadable"/>.</summary>
    public SvgFault Fault { get; init; }
}

/// <summary>Why an SVG file is refused as a badge's picture.</summary>
public enum SvgOffenceReason
{
    /// <summary>The file is not an SVG document: <see cref="SvgOffence.Fault"/> says why.</summary>
    Unreadable,

    /// <summary>The file is larger than <see cref="SvgSanitizer.MaximumBytes"/>.</summary>
    TooLarge,

    /// <summary>A <c>script</c> element, or a script address in an attribute.</summary>
    Script,

    /// <summary>An attribute that runs on an event, as <c>onclick</c>.</summary>
    EventAttribute,

    /// <summary>A <c>foreignObject</c> element, or HTML.</summary>
    ForeignContent,

    /// <summary>An element that changes others over time, as <c>set</c> or <c>animate</c>.</summary>
    Animation,

    /// <summary>An inclusion by XInclude.</summary>
    Inclusion,

    /// <summary>An address outside the file.</summary>
    ExternalReference,

    /// <summary>An embedded picture that is not a PNG within bounds.</summary>
    EmbeddedPicture,

    /// <summary>A copy of a copy: nested <c>use</c> elements can multiply without end.</summary>
    NestedUse,

    /// <summary>A style sheet that cannot be read, or an at-rule.</summary>
    StyleSheet,

    /// <summary>A value with characters or functions that no drawing needs.</summary>
    UnsafeValue,

    /// <summary>Another element that is not on the list.</summary>
    ForbiddenElement,

    /// <summary>Another attribute that is not on the list.</summary>
    ForbiddenAttribute,
}
