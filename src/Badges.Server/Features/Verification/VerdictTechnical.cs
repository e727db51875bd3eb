using Badges.Credentials.Verification;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>Identifiers and formats, for those who know what they are.</summary>
public static class VerdictTechnical
{
    public static IReadOnlyList<KeyValue> Of(VerificationReport report, Language language)
    {
        string Pick(string french, string english) => language == Language.English ? english : french;
        return
        [
            .. Row(Pick("Identifiant du badge", "Badge identifier"), report.Credential?.Id),
            .. Row(Pick("Identifiant de la structure", "Issuer identifier"), report.Credential?.Issuer.Id),
            .. Row("Standard", report.Format is { } format ? NameOf(format, language) : null),
            .. Row(Pick("Donné comme", "Handed in as"), report.Container is { } container ? NameOf(container) : null),
            .. Row(
                Pick("Trouvé à l'adresse", "Found at the address"),
                report.Fetched is { } found ? NameOf(found) : null),
        ];
    }

    private static IEnumerable<KeyValue> Row(string label, string? value) =>
        value is null ? [] : [new KeyValue(label, value)];

    private static string NameOf(CredentialFormat format, Language language) => format switch
    {
        CredentialFormat.OpenBadges3Embedded => "Open Badges 3.0, Data Integrity",
        CredentialFormat.OpenBadges3Jwt => "Open Badges 3.0, JWT",
        CredentialFormat.OpenBadges2Hosted =>
            language == Language.English ? "Open Badges 2.0, hosted" : "Open Badges 2.0, hébergé",
        CredentialFormat.OpenBadges2Signed =>
            language == Language.English ? "Open Badges 2.0, signed" : "Open Badges 2.0, signé",
        _ => "Open Badges 1",
    };

    private static string NameOf(SubmissionContainer container) => container switch
    {
        SubmissionContainer.Url => "URL",
        _ => container.ToString().ToUpperInvariant(),
    };
}
