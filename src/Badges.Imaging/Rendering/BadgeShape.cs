namespace Badges.Imaging.Rendering;

/// <summary>The outline of a badge's picture.</summary>
public enum BadgeShape
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A hexagon that stands on a corner.</summary>
    Hexagon,

    /// <summary>A shield.</summary>
    Shield,

    /// <summary>A disc with scalloped edge.</summary>
    Rosette,
}
