namespace Badges.Server.Features.BadgeClasses;

/// <summary>A badge's picture, drawn once and kept: PNG, the same as SVG, and the recipe when we drew it.</summary>
public sealed record BadgePicture
{
    public required Guid Id { get; init; }
    public required byte[] Png { get; init; }
    public required byte[] Svg { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>The recipe as JSON; null for a picture that was uploaded.</summary>
    public string? Recipe { get; init; }

    /// <summary>SHA-256 of what the PNG shows, whatever texts are baked into it later.</summary>
    public required string DrawingSha256 { get; init; }
}
