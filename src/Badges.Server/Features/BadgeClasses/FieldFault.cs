using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// What is wrong with one field, in both languages. Fields are named as in the API: <c>criteria[0].text</c>.
/// </summary>
public sealed record FieldFault(string Field, string French, string English)
{
    public string In(Language language) => language == Language.English ? English : French;

    /// <summary>As a problem document lists them.</summary>
    public static IReadOnlyDictionary<string, string[]> ByField(IEnumerable<FieldFault> faults, Language language) =>
        faults.GroupBy(fault => fault.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(fault => fault.In(language)).ToArray());
}
