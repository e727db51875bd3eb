using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Verification;

/// <summary>Writes a report in the shape of the public contract, every member always there.</summary>
internal static class ReportJson
{
    // It is never put inside HTML, so that text stays as people read it.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(VerificationReport report, ReportLanguage language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("verdict", Name(report.Verdict));
            json.WriteString("trust", Name(report.Trust));
            json.WriteString("sentence", report.Sentence(language));
            json.WriteString("format", FormatName(report.Format));
            json.WriteString("container", report.Container is { } container ? Name(container) : null);
            json.WriteString("fetched", report.Fetched is { } fetched ? Name(fetched) : null);
            json.WriteString("checkedAt", Instant(report.CheckedAt));
            json.WriteStartArray("checks");
            foreach (var check in report.Checks)
            {
                WriteCheck(json, check, report.CheckedAt, language);
            }

            json.WriteEndArray();
            WriteCredential(json, report.Credential);
            json.WriteStartArray("endorsements");
            foreach (var endorsement in report.Endorsements)
            {
                WriteEndorsement(json, endorsement, report.CheckedAt, language);
            }

            json.WriteEndArray();
            if (report.Receipt is { } receipt)
            {
                ReceiptJson.Write(json, receipt, language);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteCheck(Utf8JsonWriter json, Check check, DateTimeOffset checkedAt, ReportLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Id);
        json.WriteString("outcome", Name(check.Outcome));
        json.WriteString("code", check.Code);
        json.WriteString("title", check.Title(language));
        json.WriteString("detail", check.Detail(language));
        json.WriteString("source", check.Source);
        json.WriteString("at", Instant(check.At ?? checkedAt));
        json.WriteEndObject();
    }

    private static void WriteEndorsement(
        Utf8JsonWriter json, EndorsementReport report, DateTimeOffset checkedAt, ReportLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("verdict", Name(report.Verdict));
        json.WriteString("endorsed", report.Endorsed);
        WriteObject(json, "issuer", ("id", report.IssuerId), ("name", report.IssuerName));
        json.WriteString("comment", report.Comment);
        json.WriteBoolean("byIssuer", report.IsByIssuer);
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            WriteCheck(json, check, checkedAt, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCredential(Utf8JsonWriter json, CredentialSummary? summary)
    {
        if (summary is null)
        {
            json.WriteNull("credential");
            return;
        }

        json.WriteStartObject("credential");
        json.WriteString("id", summary.Id);
        json.WriteString("name", summary.Name);
        json.WriteString("description", summary.Description);
        WriteObject(
            json, "issuer", ("id", summary.Issuer.Id), ("name", summary.Issuer.Name), ("url", summary.Issuer.Url));
        json.WriteString("issuedOn", Instant(summary.IssuedOn));
        json.WriteString("expires", Instant(summary.Expires));
        WriteList(json, "criteria", summary.Criteria, each => [("id", each.Id), ("narrative", each.Narrative)]);
        WriteList(json, "evidence", summary.Evidence, each =>
        [
            ("id", each.Id), ("name", each.Name), ("description", each.Description), ("narrative", each.Narrative),
            ("genre", each.Genre),
        ]);
        WriteList(json, "alignments", summary.Alignments, each =>
        [
            ("name", each.Name), ("url", each.Url), ("code", each.Code), ("framework", each.Framework),
            ("description", each.Description), ("targetType", each.TargetType),
        ]);
        json.WriteStartObject("recipient");
        json.WriteString("shownAs", summary.Recipient.ShownAs);
        if (summary.Recipient.Matches is { } matches)
        {
            json.WriteBoolean("matches", matches);
        }
        else
        {
            json.WriteNull("matches");
        }

        json.WriteEndObject();
        json.WriteString("image", summary.Image);
        ReportResults.Write(json, summary.Results);
        json.WriteEndObject();
    }

    private static void WriteList<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<T> items, Func<T, (string Name, string? Value)[]> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            WriteObject(json, null, members(item));
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, string? name, params (string Name, string? Value)[] members)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        foreach (var (member, value) in members)
        {
            json.WriteString(member, value);
        }

        json.WriteEndObject();
    }

    internal static string? FormatName(CredentialFormat? format) => format switch
    {
        CredentialFormat.OpenBadges3Embedded => "ob3-embedded",
        CredentialFormat.OpenBadges3Jwt => "ob3-jwt",
        CredentialFormat.OpenBadges2Hosted => "ob2-hosted",
        CredentialFormat.OpenBadges2Signed => "ob2-signed",
        CredentialFormat.OpenBadges1 => "ob1",
        CredentialFormat.Receipt => "receipt",
        _ => null,
    };

    internal static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal static string? Instant(DateTimeOffset? instant) =>
        instant is { } known ? Timestamp.Write(known) : null;
}
