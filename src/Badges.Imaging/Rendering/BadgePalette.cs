namespace Badges.Imaging.Rendering;

/// <summary>The colours of a badge's picture.</summary>
public enum BadgePalette
{
    /// <summary>Teal, the programme's own colour.</summary>
    Ocean,

    /// <summary>Green.</summary>
    Forest,

    /// <summary>Brick red.</summary>
    Ember,

    /// <summary>Violet.</summary>
    Plum,

    /// <summary>Ink blue.</summary>
    Slate,

    /// <summary>Gold.</summary>
    Sun,
}
