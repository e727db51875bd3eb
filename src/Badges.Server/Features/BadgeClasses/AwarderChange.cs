using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>From the structures listed before to those listed now.</summary>
public sealed record AwarderChange(IReadOnlyList<BadgeAwarder> Added, IReadOnlyList<BadgeAwarder> Ended)
{
    public static readonly AwarderChange None = new([], []);

    public static AwarderChange Of(
        Guid badgeId, IReadOnlyList<BadgeAwarder> before, IReadOnlyList<Guid> now, DateOnly day)
    {
        var holding = before.Where(awarder => awarder.HoldsOn(day)).ToList();
        return new AwarderChange(
            [
                .. now.Where(id => holding.All(awarder => awarder.OrganizationId != id)).Select(id => new BadgeAwarder
                {
                    BadgeId = badgeId,
                    OrganizationId = id,
                    FromOn = day,
                }),
            ],
            [.. holding.Where(awarder => !now.Contains(awarder.OrganizationId))]);
    }

    /// <summary>The structures of these slugs, or which slug is unknown.</summary>
    public static (IReadOnlyList<Guid> OrganizationIds, IReadOnlyList<FieldFault> Faults) Find(
        IReadOnlyList<string> slugs, IReadOnlyList<Organization> structures)
    {
        var found = slugs.Distinct().Select(slug => (
            Slug: slug, Structure: structures.FirstOrDefault(structure => structure.Slug == slug))).ToList();
        return (
            [.. found.Select(pair => pair.Structure).OfType<Organization>().Select(structure => structure.Id)],
            [
                .. found.Where(pair => pair.Structure is null).Select(pair => new FieldFault(
                    "awarders",
                    $"Aucune structure ne porte l'identifiant « {pair.Slug} ».",
                    $"No structure has the identifier \"{pair.Slug}\".")),
            ]);
    }
}
