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

    /// <summary>The structures of these slugs or names, or which one is unknown.</summary>
    public static (IReadOnlyList<Guid> OrganizationIds, IReadOnlyList<FieldFault> Faults) Find(
        IReadOnlyList<string> slugsOrNames, IReadOnlyList<Organization> structures)
    {
        var found = slugsOrNames.Select(asked => (Asked: asked, Structure: Find(asked, structures))).ToList();
        return (
            [
                .. found.Select(pair => pair.Structure).OfType<Organization>()
                    .Select(structure => structure.Id).Distinct(),
            ],
            [
                .. found.Where(pair => pair.Structure is null).Select(pair => new FieldFault(
                    "awarders",
                    $"Aucune structure ne porte le nom ou l'identifiant « {pair.Asked} ».",
                    $"No structure has the name or identifier \"{pair.Asked}\".")),
            ]);
    }

    /// <summary>By its slug, else by its name when only one structure has it.</summary>
    private static Organization? Find(string asked, IReadOnlyList<Organization> structures)
    {
        if (structures.FirstOrDefault(structure => structure.Slug == asked) is { } structure)
        {
            return structure;
        }

        var named = structures.Where(candidate =>
            string.Equals(candidate.Name, asked, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
