using Badges.Server.Calendar;

namespace Badges.Server.Features.Registry;

/// <summary>What the page of the registry shows: the structures that were looked for, and the other registries that are
/// believed here.</summary>
public sealed record RegistryModel
{
    private const int PageLength = 50;

    /// <summary>É stands among the E.</summary>
    private static readonly StringComparer Alphabet = StringComparer.Create(new("fr-FR"), ignoreCase: true);

    public required RegistryQuery Query { get; init; }
    public required IReadOnlyList<RegisteredStructure> Structures { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<RegistryCopy> Copies { get; init; }
    public required DateTimeOffset Now { get; init; }

    public DateOnly Today => ParisCalendar.DayOf(Now);
    public bool HasNext => Count > Query.Page * PageLength;

    public static RegistryModel Of(IssuerRegistry registry, RegistryQuery query, DateTimeOffset now)
    {
        var found = registry.Own is { } own
            ? RegistryDocument.Listed(own, ParisCalendar.DayOf(now)).Where(query.Fits)
                .OrderBy(structure => structure.Organization.Name, Alphabet).ToList()
            : [];
        return new()
        {
            Query = query,
            Structures = [.. found.Skip((query.Page - 1) * PageLength).Take(PageLength)],
            Count = found.Count,
            Copies = registry.Copies,
            Now = now,
        };
    }
}
