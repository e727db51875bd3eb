using System.Text.Json;

namespace Badges.Credentials.Verification.Receipts;

/// <summary>The member <c>receipt</c> of a report, which only the report of a receipt has.</summary>
internal static class ReceiptJson
{
    public static void Write(Utf8JsonWriter json, ReceiptReading reading, ReportLanguage language)
    {
        json.WriteStartObject("receipt");
        json.WriteString("signature", ReportJson.Name(reading.Signature));
        if (reading.IsPageIntact is { } isIntact)
        {
            json.WriteString("page", isIntact ? "intact" : "changed");
        }
        else
        {
            json.WriteNull("page");
        }

        // What is not held together by a signature is nobody's word.
        if (reading is { Signature: not ReceiptSignature.Wrong, Receipt: { } said })
        {
            WriteContent(json, said, language);
        }

        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Receipt said, ReportLanguage language)
    {
        json.WriteString("issuer", said.Issuer);
        json.WriteString("checkedAt", ReportJson.Instant(said.CheckedAt));
        json.WriteString("verdict", ReportJson.Name(said.Verdict));
        json.WriteString("trust", ReportJson.Name(said.Trust));
        json.WriteString("sentence", said.ToReport().Sentence(language));
        json.WriteString("sha256", said.Sha256);
        json.WriteStartObject("badge");
        json.WriteString("id", said.BadgeId);
        json.WriteString("name", said.BadgeName);
        json.WriteString("issuer", said.BadgeIssuer);
        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in said.Checks)
        {
            json.WriteStartObject();
            json.WriteString("id", check.Id);
            json.WriteString("outcome", ReportJson.Name(check.Outcome));
            json.WriteString("code", check.Code);
            json.WriteString("source", check.Source);
            json.WriteString("at", ReportJson.Instant(check.At ?? said.CheckedAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
