using Badges.Server.Storage;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What the catalogue shows: the badges that pass the filters, and the filters as links.</summary>
public sealed record CatalogModel
{
    public const string Path = "/badges";
    public const string AudienceParameter = "public";
    public const string SectorParameter = "filiere";

    public required IReadOnlyList<BadgeCardModel> Cards { get; init; }
    public required IReadOnlyList<FilterLink> Audiences { get; init; }
    public required IReadOnlyList<FilterLink> Sectors { get; init; }
    public required bool IsFiltered { get; init; }

    public static CatalogModel Of(
        IReadOnlyList<BadgeSummary> badges, string? audience, string? sector, Language language)
    {
        var asked = EnumText.TryParse<BadgeAudience>(audience);
        var chosen = badges.Where(badge => IsFor(badge, asked) && IsOf(badge, sector)).ToList();
        return new CatalogModel
        {
            Cards = [.. chosen.Select(badge => CardOf(badge, language))],
            Audiences = AudienceLinks(asked, sector, language),
            Sectors = SectorLinks(badges.Where(badge => IsFor(badge, asked)), asked, sector, language),
            IsFiltered = asked is not null || !string.IsNullOrEmpty(sector),
        };
    }

    private static bool IsFor(BadgeSummary badge, BadgeAudience? asked) =>
        asked is null or BadgeAudience.Both || badge.Audience == asked || badge.Audience == BadgeAudience.Both;

    private static bool IsOf(BadgeSummary badge, string? sector) =>
        string.IsNullOrEmpty(sector) || (badge.Sector is { } own && BadgeSlug.From(own) == sector);

    public static BadgeCardModel CardOf(BadgeSummary badge, Language language) => new()
    {
        Name = language == Language.English && badge.EnglishName is { } english
            ? english
            : Typography.French(badge.Name),
        PictureUrl = ScreenPictures.PathOf(badge.PublicId),
        Href = $"{Path}/{badge.Slug}",
        StructureName = badge.Sector,
        Note = BadgeWords.Of(badge.Audience, language),
    };

    private static IReadOnlyList<FilterLink> AudienceLinks(BadgeAudience? asked, string? sector, Language language) =>
    [
        new(language == Language.English ? "All badges" : "Tous les badges", Address(null, sector), asked is null),
        new(BadgeWords.Of(BadgeAudience.Parcours, language), Address(BadgeAudience.Parcours, sector),
            asked == BadgeAudience.Parcours),
        new(BadgeWords.Of(BadgeAudience.Permanent, language), Address(BadgeAudience.Permanent, sector),
            asked == BadgeAudience.Permanent),
    ];

    private static IReadOnlyList<FilterLink> SectorLinks(
        IEnumerable<BadgeSummary> badges, BadgeAudience? asked, string? sector, Language language)
    {
        var sectors = badges.Select(badge => badge.Sector).OfType<string>()
            .Distinct().Order(StringComparer.Create(new("fr-FR"), ignoreCase: true)).ToList();
        return sectors.Count == 0
            ? []
            :
            [
                new(language == Language.English ? "Every trade" : "Toutes les filières",
                    Address(asked, null), string.IsNullOrEmpty(sector)),
                .. sectors.Select(name =>
                    new FilterLink(name, Address(asked, BadgeSlug.From(name)), BadgeSlug.From(name) == sector)),
            ];
    }

    private static string Address(BadgeAudience? audience, string? sector)
    {
        var parameters = new List<string>();
        if (audience is { } asked)
        {
            parameters.Add($"{AudienceParameter}={EnumText.Of(asked)}");
        }

        if (!string.IsNullOrEmpty(sector))
        {
            parameters.Add($"{SectorParameter}={Uri.EscapeDataString(sector)}");
        }

        return parameters.Count == 0 ? Path : $"{Path}?{string.Join('&', parameters)}";
    }
}

/// <summary>One choice of a filter.</summary>
public sealed record FilterLink(string Label, string Href, bool IsCurrent);
