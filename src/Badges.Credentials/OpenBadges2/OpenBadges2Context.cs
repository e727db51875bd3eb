namespace Badges.Credentials.OpenBadges2;

/// <summary>The context of every Open Badges 2.0 document (Open Badges 2.0, section "Data classes").</summary>
public static class OpenBadges2Context
{
    public const string Address = "https://w3id.org/openbadges/v2";
}
