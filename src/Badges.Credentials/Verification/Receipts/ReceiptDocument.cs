using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Verification.Receipts;

/// <summary>
/// A receipt as a signed document: a credential of the data model 2.0 that is no badge, with a proof
/// <c>eddsa-jcs-2022</c>. JCS signs every member as it stands, so that a reader needs no vocabulary to trust one.
/// Verifiable Credentials Data Model 2.0, section 4; Data Integrity EdDSA Cryptosuites 1.0, section 3.3.
/// </summary>
public static class ReceiptDocument
{
    /// <summary>The type that tells a receipt from a badge.</summary>
    public const string Type = "VerificationReceipt";

    private const string CredentialType = "VerifiableCredential";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes and signs a receipt.</summary>
    /// <param name="receipt">What was found.</param>
    /// <param name="context">The address of what <see cref="ContextOf"/> answers.</param>
    /// <param name="key">An Ed25519 key.</param>
    /// <param name="verificationMethod">The identifier of that key.</param>
    public static string Sign(Receipt receipt, string context, ISigningKey key, string verificationMethod)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return DataIntegrity.Sign(
            Write(receipt, context),
            Cryptosuites.EddsaJcs2022,
            key,
            new() { VerificationMethod = verificationMethod, Created = receipt.CheckedAt },
            BundledContexts.Documents);
    }

    /// <summary>The JSON-LD context of receipts, to be published: it stands in them as an address, because an
    /// independent library compares the contexts of document and proof as texts.</summary>
    /// <param name="vocabulary">The address under which the words are explained; each is appended.</param>
    public static string ContextOf(string vocabulary) =>
        $"{{\"@context\":{{\"@vocab\":{CredentialJson.Quote(vocabulary)}}}}}";

    /// <summary>Whether a document says that it is a receipt. One that says that it is a badge too is judged as a
    /// badge.</summary>
    internal static bool IsReceipt(IReadOnlyCollection<string> types) =>
        types.Contains(Type) && types.Contains(CredentialType)
        && !types.Contains("OpenBadgeCredential") && !types.Contains("AchievementCredential");

    /// <summary>What a receipt says, or null when it is not made as a receipt must be.</summary>
    internal static Receipt? TryRead(JsonElement document) => ReceiptReader.TryRead(document);

    private static string Write(Receipt receipt, string context)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue(KnownContexts.DataModel2);
            json.WriteStringValue(context);
            json.WriteEndArray();
            json.WriteStartArray("type");
            json.WriteStringValue(CredentialType);
            json.WriteStringValue(Type);
            json.WriteEndArray();
            json.WriteString("issuer", receipt.Issuer);
            json.WriteString("validFrom", Timestamp.Write(receipt.CheckedAt));
            json.WriteStartObject("credentialSubject");
            WriteSubject(json, receipt);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteSubject(Utf8JsonWriter json, Receipt receipt)
    {
        WriteIfAny(json, "id", receipt.BadgeId);
        WriteIfAny(json, "name", receipt.BadgeName);
        WriteIfAny(json, "badgeIssuer", receipt.BadgeIssuer);
        json.WriteString("verdict", ReportJson.Name(receipt.Verdict));
        json.WriteString("trust", ReportJson.Name(receipt.Trust));
        WriteIfAny(json, "format", ReportJson.FormatName(receipt.Format));
        WriteIfAny(json, "container", receipt.Container is { } container ? ReportJson.Name(container) : null);
        json.WriteString("sha256", receipt.Sha256);
        json.WriteStartArray("checks");
        foreach (var check in receipt.Checks)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Id);
            json.WriteString("outcome", ReportJson.Name(check.Outcome));
            WriteIfAny(json, "code", check.Code);
            WriteIfAny(json, "date", check.Arguments.Count > 0 ? check.Arguments[0] : null);
            WriteIfAny(json, "source", check.Source);
            json.WriteString("at", Timestamp.Write(check.At ?? receipt.CheckedAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (receipt.Page is { } page)
        {
            json.WriteStartObject("page");
            json.WriteString("language", page.Language);
            json.WriteString("sha256", page.Sha256);
            json.WriteEndObject();
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null)
        {
            json.WriteString(member, value);
        }
    }
}
