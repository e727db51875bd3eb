using SkiaSharp;

namespace Badges.Imaging.Rendering;

/// <summary>The few colours of one palette.</summary>
internal sealed record PaletteColours
{
    private static readonly SKColor Gold = SKColor.Parse("#F4B942");
    private static readonly SKColor PaleGold = SKColor.Parse("#FFE09A");
    private static readonly SKColor OldGold = SKColor.Parse("#C68A1E");
    private static readonly SKColor Cream = SKColor.Parse("#FFF8E8");
    private static readonly SKColor Ink = SKColor.Parse("#1B2A41");

    /// <summary>The edge and the shadows.</summary>
    public required SKColor Edge { get; init; }

    /// <summary>The field behind the icon.</summary>
    public required SKColor Field { get; init; }

    /// <summary>The lighter parts of the field.</summary>
    public required SKColor Light { get; init; }

    public required SKColor Ribbon { get; init; }

    /// <summary>The ribbon's tails.</summary>
    public required SKColor Tail { get; init; }

    /// <summary>Where the ribbon turns back.</summary>
    public required SKColor Fold { get; init; }

    public SKColor Icon { get; init; } = Cream;

    /// <summary>The title on the ribbon.</summary>
    public required SKColor Text { get; init; }

    public SKColor Rim { get; init; } = Gold;

    public SKColor GemLight { get; init; } = PaleGold;

    public SKColor Gem { get; init; } = Gold;

    public SKColor GemDark { get; init; } = OldGold;

    public static PaletteColours Of(BadgePalette palette) => palette switch
    {
        BadgePalette.Ocean => OnDark("#073B42", "#0B5F66", "#11727A"),
        BadgePalette.Forest => OnDark("#123D27", "#1E6640", "#29794F"),
        BadgePalette.Ember => OnDark("#5E1A12", "#A63524", "#B84630"),
        BadgePalette.Plum => OnDark("#381644", "#63297A", "#743B8B"),
        BadgePalette.Slate => OnDark("#1B2A41", "#33496B", "#41597D"),
        BadgePalette.Sun => new PaletteColours
        {
            Edge = Ink,
            Field = Gold,
            Light = SKColor.Parse("#F9CB68"),
            Icon = Ink,
            Rim = Cream,
            Ribbon = Ink,
            Tail = SKColor.Parse("#11727A"),
            Fold = SKColor.Parse("#073B42"),
            Text = Cream,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(palette), palette, "Not a palette."),
    };

    private static PaletteColours OnDark(string edge, string field, string light) => new()
    {
        Edge = SKColor.Parse(edge),
        Field = SKColor.Parse(field),
        Light = SKColor.Parse(light),
        Ribbon = Cream,
        Tail = Gold,
        Fold = SKColor.Parse(edge),
        Text = SKColor.Parse(edge),
    };
}
