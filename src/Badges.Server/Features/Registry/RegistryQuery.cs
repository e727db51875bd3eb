using System.Globalization;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;

namespace Badges.Server.Features.Registry;

/// <summary>What somebody looks for in the registry.</summary>
public sealed record RegistryQuery
{
    public const string TextParameter = "nom";
    public const string KindParameter = "type";
    public const string DayParameter = "le";
    public const string PageParameter = "page";
    private const int LongestText = 100;

    /// <summary>A piece of a name or a town, or a SIRET.</summary>
    public string? Text { get; init; }

    public OrganizationKind? Kind { get; init; }

    /// <summary>The day on which the structure was recognised.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The first is 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Text is not null || Kind is not null || Day is not null;

    public static RegistryQuery Of(IQueryCollection query) => new()
    {
        Text = ((string?)query[TextParameter])?.Trim() is { Length: > 0 and <= LongestText } text ? text : null,
        Kind = EnumText.TryParse<OrganizationKind>(query[KindParameter]),
        Day = DateOnly.TryParseExact(
            query[DayParameter], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null,
        Page = int.TryParse(query[PageParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? Math.Clamp(page, 1, 1_000)
            : 1,
    };

    public bool Fits(RegisteredStructure structure) =>
        (Kind is null || structure.Organization.Kind == Kind)
        && (Day is null || structure.AsIssuer().At(Day).Recognition is Credentials.Verification.Recognition.AtIssue)
        && (Text is null || HasText(structure.Organization));

    /// <summary>The address of another page of the same answer.</summary>
    public string AddressOf(int page) => RegistryPages.Path + QueryString.Create(
    [
        .. Parameter(TextParameter, Text), .. Parameter(KindParameter, Kind is { } kind ? EnumText.Of(kind) : null),
        .. Parameter(DayParameter, Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Parameter(PageParameter, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
    ]);

    private bool HasText(Organization organization)
    {
        var wanted = NameSkeleton.Plain(Text);
        return new[] { organization.Name, organization.LegalName, organization.Town, organization.Siret }
            .Any(each => NameSkeleton.Plain(each).Contains(wanted, StringComparison.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parameter(string name, string? value) =>
        value is null ? [] : [KeyValuePair.Create<string, string?>(name, value)];
}
