using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Verification.Receipts;

/// <summary>Reads what <see cref="ReceiptDocument"/> writes, and nothing that is not made so.</summary>
internal static class ReceiptReader
{
    /// <summary>Each check once; a later version may have a few more.</summary>
    private const int MostChecks = 32;

    public static Receipt? TryRead(JsonElement document)
    {
        var credential = new VerifiableCredential(document);
        if (JsonValues.Strings(document, "@context").FirstOrDefault() != KnownContexts.DataModel2
            || credential is not { IssuerId: { Length: > 0 and <= Receipt.LongestText } issuer, Subject: { } subject }
            || credential.ValidFromText is not { } from || Timestamp.TryRead(from) is not { } checkedAt
            || TryReadEnum<Verdict>(subject, "verdict") is not { } verdict
            || TryReadEnum<Trust>(subject, "trust") is not { } trust
            || TryReadDigest(subject) is not { } sha256
            || TryReadChecks(subject) is not { } checks)
        {
            return null;
        }

        var page = JsonValues.Member(subject, "page");
        return new()
        {
            Issuer = issuer,
            CheckedAt = checkedAt,
            Verdict = verdict,
            Trust = trust,
            Format = Enum.GetValues<CredentialFormat>().Cast<CredentialFormat?>()
                .FirstOrDefault(format => ReportJson.FormatName(format) == JsonStrings.TryGet(subject, "format")),
            Container = TryReadEnum<SubmissionContainer>(subject, "container"),
            Sha256 = sha256,
            BadgeId = JsonStrings.TryGet(subject, "id") is { } id && Receipt.IsIdentifier(id) ? id : null,
            BadgeName = JsonStrings.TryGet(subject, "name") is { } name && Receipt.IsShort(name) ? name : null,
            BadgeIssuer = JsonStrings.TryGet(subject, "badgeIssuer") is { } badgeIssuer
                && Receipt.IsIdentifier(badgeIssuer) ? badgeIssuer : null,
            Checks = checks,
            Page = page is { } printed && TryReadDigest(printed) is { } pageSha256
                ? new(JsonStrings.TryGet(printed, "language") ?? string.Empty, pageSha256)
                : null,
        };
    }

    private static List<Check>? TryReadChecks(JsonElement subject)
    {
        var items = JsonValues.All(subject, "checks");
        List<Check> checks = [.. items.Take(MostChecks).Select(TryReadCheck).OfType<Check>()];
        return checks.Count == items.Count && checks.Count > 0 ? checks : null;
    }

    private static Check? TryReadCheck(JsonElement item)
    {
        var id = JsonStrings.TryGet(item, "check");
        return id is not null && CheckIds.All.Contains(id) && TryReadEnum<CheckOutcome>(item, "outcome") is { } outcome
            ? new()
            {
                Id = id,
                Outcome = outcome,
                Code = JsonStrings.TryGet(item, "code") is { } code && IsCode(code) ? code : null,
                Arguments = JsonStrings.TryGet(item, "date") is { } date && Timestamp.TryReadLoose(date) is not null
                    ? [date]
                    : [],
                Source = JsonStrings.TryGet(item, "source") is { } source && Receipt.IsShort(source) ? source : null,
                At = JsonStrings.TryGet(item, "at") is { } at ? Timestamp.TryRead(at) : null,
            }
            : null;
    }

    private static bool IsCode(string code) => code.Length <= 64 && code.All(char.IsAsciiLetterOrDigit);

    private static string? TryReadDigest(JsonElement of) =>
        JsonStrings.TryGet(of, "sha256") is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower)
            ? digest
            : null;

    private static T? TryReadEnum<T>(JsonElement of, string member)
        where T : struct, Enum
    {
        var text = JsonStrings.TryGet(of, member);
        return Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => ReportJson.Name(value!.Value) == text);
    }
}
