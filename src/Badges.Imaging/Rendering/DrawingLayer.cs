using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>One filled shape of a drawing, in units of <see cref="BadgeDrawing.Side"/>.</summary>
internal sealed record DrawingLayer(SKPath Path, SKColor Colour);
