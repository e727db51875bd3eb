namespace Badges.Server.Features.BadgeClasses;

/// <summary>An icon that the form offers: those of the programme's own badges, named by what they show.</summary>
public sealed record OfferedIcon(string Label, string Path)
{
    public static IReadOnlyList<OfferedIcon> All { get; } =
    [
        .. ImportBadgeClasses.ProgrammeBadges()
            .Select(ImportBadgeClasses.TryRead)
            .OfType<BadgeRequest>()
            .Where(badge => badge.Picture?.Icon is not null)
            .Select(badge => new OfferedIcon(LabelOf(badge.ImageAlt ?? ""), badge.Picture?.Icon ?? ""))
            .DistinctBy(icon => icon.Path),
    ];

    /// <summary>« Badge en forme d'hexagone : des ciseaux ouverts. » → « Des ciseaux ouverts »</summary>
    private static string LabelOf(string imageAlt)
    {
        var colon = imageAlt.IndexOf(':', StringComparison.Ordinal);
        var label = imageAlt[(colon + 1)..].Trim().TrimEnd('.');
        return label.Length == 0 ? "Icône" : char.ToUpperInvariant(label[0]) + label[1..];
    }
}
