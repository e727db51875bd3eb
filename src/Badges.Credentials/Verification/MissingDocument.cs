namespace Badges.Credentials.Verification;

/// <summary>A document that a record depends on and that is not at hand.</summary>
/// <param name="Address">Where to ask for it, fragment cut.</param>
/// <param name="Kind">What is expected there, which decides what is asked for and how much of it is read.</param>
public sealed record MissingDocument(string Address, DocumentKind Kind);

/// <summary>What is expected at an address. What came is told by its bytes all the same.</summary>
public enum DocumentKind
{
    /// <summary>A text of data: JSON, or a token.</summary>
    Record,

    /// <summary>The issuer's picture of a badge, as PNG if it can be had in that form.</summary>
    PngPicture,

    /// <summary>The issuer's picture of a badge, as SVG if it can be had in that form.</summary>
    SvgPicture,
}
