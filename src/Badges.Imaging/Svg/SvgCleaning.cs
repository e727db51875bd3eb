namespace Badges.Imaging.Svg;

/// <summary>What became of an uploaded SVG: the cleaned file, or the first offence.</summary>
/// <param name="Cleaned">The file to keep, null when it was refused.</param>
/// <param name="FirstOffence">Why it was refused, null when it was not.</param>
public sealed record SvgCleaning(byte[]? Cleaned, SvgOffence? FirstOffence);
