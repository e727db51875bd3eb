namespace Badges.Server.Features.BadgeClasses;

/// <summary>A picture ready to be kept, or what is wrong with what was asked or sent.</summary>
public sealed record PictureRead
{
    public required IReadOnlyList<FieldFault> Faults { get; init; }

    public byte[]? Png { get; init; }
    public byte[]? Svg { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public string? Recipe { get; init; }

    public static PictureRead Refuse(string field, string french, string english) =>
        new() { Faults = [new FieldFault(field, french, english)] };

    /// <summary>The picture, with an id of that instant; null when it was refused.</summary>
    public BadgePicture? Picture(DateTimeOffset now) => Png is null || Svg is null
        ? null
        : new BadgePicture
        {
            Id = Guid.CreateVersion7(now),
            Png = Png,
            Svg = Svg,
            Width = Width,
            Height = Height,
            Recipe = Recipe,
            DrawingSha256 = Drawing.Sha256(Png),
        };
}
