namespace Badges.Server.Web.Components;

/// <summary>The colours that carry a meaning, always with an icon and words beside them.</summary>
public enum Tone
{
    Neutral,
    Good,
    Careful,
    Bad,
}
