using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Pictures;

namespace Badges.Credentials.Verification;

/// <summary>Reads what a badge says, whichever standard it follows. Open Badges 3.0, section B.1; Open Badges 2.0, data
/// classes.</summary>
internal static class Summaries
{
    public static CredentialSummary Of(VerificationCase facts, IReadOnlyList<Check> checks)
    {
        bool? matches = checks.FirstOrDefault(check => check.Id == CheckIds.Recipient)?.Outcome switch
        {
            CheckOutcome.Passed => true,
            CheckOutcome.Failed => false,
            _ => null,
        };
        var summary = facts.Parsed.Signed?.Summary ?? Of2(facts);
        return summary with
        {
            Image = IssuerImages.AddressIn(facts),
            Recipient = summary.Recipient with { Matches = matches },
        };
    }

    /// <summary>The instant of issue, by which an issuer is known or not. The <c>awardedDate</c> of Open Badges 3.0 is
    /// no such instant: it says when the recipient earned the badge, as the awarder puts it.</summary>
    public static DateTimeOffset? IssuedAt(VerificationCase facts) => Instant(
        facts.Credential is { } credential
            ? credential.ValidFromText
            : Text(facts.Assertion?.Assertion ?? facts.Parsed.Json, "issuedOn"));

    public static CredentialSummary Of3(VerifiableCredential credential)
    {
        var achievement = credential.Achievement;
        var shown = credential.Identifiers
            .Where(each => JsonValues.Member(each, "hashed") is { ValueKind: JsonValueKind.False })
            .Select(each => Text(each, "identityHash")).FirstOrDefault(text => text is not null);
        return new()
        {
            Id = credential.Id,
            Name = Text(achievement, "name") ?? Text(credential.Json, "name"),
            Description = Text(achievement, "description") ?? Text(credential.Json, "description"),
            Issuer = new(credential.IssuerId, Text(credential.Issuer, "name"), Text(credential.Issuer, "url")),
            IssuedOn = Instant(Text(credential.Json, "awardedDate") ?? credential.ValidFromText),
            Expires = Instant(credential.ValidUntilText),
            Criteria = Criteria(achievement),
            Evidence = Evidence(credential.Json),
            Alignments = Alignments(achievement),
            Results = ResultSummaries.Of(credential),
            Recipient = new(shown, null),
        };
    }

    /// <summary>The assertion that is judged, or the copy that was handed in when there is no other.</summary>
    private static CredentialSummary Of2(VerificationCase facts)
    {
        var chain = facts.Assertion;
        var assertion = chain?.Assertion ?? facts.Parsed.Json;
        var badgeClass = chain?.BadgeClass.Json ?? Object(assertion, "badge");
        var profile = chain?.Profile.Json ?? Object(badgeClass, "issuer");
        var recipient = Object(assertion, "recipient");
        var shown = recipient is { } who && JsonValues.Member(who, "hashed") is { ValueKind: JsonValueKind.False }
            ? Text(who, "identity")
            : null;
        return new()
        {
            Id = Text(assertion, "id") ?? facts.Parsed.HostedAddress,
            Name = Text(badgeClass, "name"),
            Description = Text(badgeClass, "description"),
            Issuer = new(chain?.IssuerId ?? Text(profile, "id"), Text(profile, "name"), Text(profile, "url")),
            IssuedOn = Instant(Text(assertion, "issuedOn")),
            Expires = Instant(Text(assertion, "expires")),
            Criteria = Criteria(badgeClass),
            Evidence = Evidence(assertion),
            Alignments = Alignments(badgeClass),
            Recipient = new(shown, null),
        };
    }

    private static List<CriteriaSummary> Criteria(JsonElement? of) =>
        [.. All(of, "criteria").Select(each => new CriteriaSummary(JsonValues.IdOf(each), Text(each, "narrative")))];

    private static List<EvidenceSummary> Evidence(JsonElement of) =>
    [
        .. All(of, "evidence").Select(each => new EvidenceSummary(
            JsonValues.IdOf(each),
            Text(each, "name"),
            Text(each, "description"),
            Text(each, "narrative"),
            Text(each, "genre"))),
    ];

    private static List<AlignmentSummary> Alignments(JsonElement? of) =>
    [
        .. All(of, "alignment").Select(each => new AlignmentSummary(
            Text(each, "targetName"), Text(each, "targetUrl"), Text(each, "targetCode"), Text(each, "targetFramework"),
            Text(each, "targetDescription"))
        {
            TargetType = Text(each, "targetType"),
        }),
    ];

    private static IReadOnlyList<JsonElement> All(JsonElement? of, string member) =>
        of is { } element ? JsonValues.All(element, member) : [];

    private static JsonElement? Object(JsonElement? of, string member) =>
        of is { } element && JsonValues.Member(element, member) is { ValueKind: JsonValueKind.Object } found
            ? found
            : null;

    private static string? Text(JsonElement? of, string member) =>
        of is { } element ? JsonStrings.TryGet(element, member) : null;

    private static DateTimeOffset? Instant(string? text) => text is null ? null : Timestamp.TryReadLoose(text);
}
