namespace Badges.Imaging.Rendering;

/// <summary>Why a picture cannot be drawn from a recipe.</summary>
public enum RecipeFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There is neither a short title nor a name.</summary>
    TitleMissing,

    /// <summary>The short title has more than <see cref="BadgeRecipe.MaximumShortTitle"/> characters.</summary>
    ShortTitleTooLong,

    /// <summary>The title does not fit on three lines that can be read: give a short title, or a shorter one.</summary>
    TitleDoesNotFit,

    /// <summary>The title has a character that the typeface lacks.</summary>
    UnknownCharacter,

    /// <summary>The icon has more than <see cref="BadgeRecipe.MaximumIconPath"/> characters.</summary>
    IconTooLong,

    /// <summary>The icon is not path data of SVG, or encloses nothing.</summary>
    IconUnreadable,

    /// <summary>The icon leaves the grid of 24 units.</summary>
    IconOutsideGrid,
}
