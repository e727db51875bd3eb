using Badges.Imaging.Png;

namespace Badges.Credentials.Baking;

/// <summary>A text chunk of a PNG under one of the two keywords.</summary>
/// <param name="Keyword"><see cref="PngBaking.OpenBadges3Keyword"/> or
/// <see cref="PngBaking.OpenBadges2Keyword"/>.</param>
/// <param name="Text">Null when the chunk is malformed, or inflates beyond the limit.</param>
/// <param name="Kind">The kind of chunk; the standards allow iTXt only, and OB 1.0 tEXt.</param>
/// <param name="Compressed">Whether the text was compressed, which the standards forbid.</param>
public sealed record BakedText(string Keyword, string? Text, PngTextKind Kind, bool Compressed);
