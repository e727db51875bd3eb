using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Verification;

/// <summary>
/// Tells the format of a record and takes it apart. What is told here is only which rules apply; whether they are kept
/// is for the checks. Open Badges 3.0, sections 5 and 8; Open Badges 2.0, Assertion and JSON Web Signatures.
/// </summary>
public static class CredentialParser
{
    private static readonly string[] EnvelopeTypes =
        ["data:application/vc+jwt,", "data:application/vc+ld+jwt,", "data:application/jwt,"];

    /// <summary>Takes a record apart. Never throws, whatever the text.</summary>
    public static ParseResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = StrictJson.Trim(text);
        if (trimmed.Length > Submission.MaximumTextBytes)
        {
            return Refused(CheckCodes.TooLarge);
        }

        if (trimmed is ['{' or '[', ..])
        {
            return ParseJson(trimmed);
        }

        if (trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(trimmed, UriKind.Absolute, out _) && !trimmed.Any(char.IsWhiteSpace))
        {
            return new() { Credential = FromAddress(trimmed) };
        }

        return trimmed.Contains('.', StringComparison.Ordinal) && trimmed.StartsWith("eyJ", StringComparison.Ordinal)
            ? ParseToken(trimmed)
            : Refused(CheckCodes.NotABadge);
    }

    /// <summary>A hosted assertion of which only the address is known: what old bakers wrote, and what an address that
    /// answers "gone" leaves.</summary>
    public static ParsedCredential FromAddress(string address) => new()
    {
        Format = CredentialFormat.OpenBadges2Hosted,
        Text = address,
        HostedAddress = address,
    };

    private static ParseResult ParseJson(string text)
    {
        if (StrictJson.TryParse(text, out var code) is not { } json)
        {
            return Refused(code);
        }

        if (json.ValueKind is not JsonValueKind.Object)
        {
            return Refused(CheckCodes.NotABadge);
        }

        if (TokenInEnvelope(json) is { } token)
        {
            return ParseToken(token);
        }

        return FormatOf(json) switch
        {
            Family.OpenBadges3 => Of(CredentialFormat.OpenBadges3Embedded, text, json),
            Family.Receipt => Of(CredentialFormat.Receipt, text, json),
            Family.OpenBadges1 => Of(CredentialFormat.OpenBadges1, text, json),
            Family.OpenBadges2 when IsSigned(json) => Of(CredentialFormat.OpenBadges2Signed, text, json),
            Family.OpenBadges2 when JsonStrings.TryGet(json, "id") is { } id =>
                new() { Credential = FromAddress(id) with { Text = text, Json = json } },
            Family.OpenBadges2 => Refused(CheckCodes.NoAddress),
            _ => Refused(CheckCodes.NotABadge),
        };
    }

    private static ParseResult ParseToken(string text)
    {
        if (Jws.TryRead(text) is not { } jws)
        {
            return Refused(CheckCodes.NotAToken);
        }

        if (StrictJson.TryParse(jws.Payload, out var code) is not { } payload)
        {
            return Refused(code);
        }

        var signed = SignedCredential.OfToken(jws, payload);
        CredentialFormat? format = FormatOf(signed.Credential.Json) switch
        {
            Family.OpenBadges3 => CredentialFormat.OpenBadges3Jwt,
            Family.OpenBadges2 => CredentialFormat.OpenBadges2Signed,
            Family.OpenBadges1 => CredentialFormat.OpenBadges1,
            _ => null,
        };
        return format is null
            ? Refused(CheckCodes.NotABadge)
            : new()
            {
                Credential = new()
                {
                    Format = format.Value,
                    Text = text,
                    Json = signed.Credential.Json,
                    Jws = jws,
                    Claims = payload,
                    Signed = format is CredentialFormat.OpenBadges3Jwt ? signed : null,
                },
            };
    }

    private static Family FormatOf(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return Family.None;
        }

        var hasContext = json.TryGetProperty("@context", out var context);
        var types = JsonValues.Strings(json, "type").ToList();
        bool Mentions(string part) => hasContext && JsonValues.Strings(context)
            .Any(address => address.Contains(part, StringComparison.Ordinal));
        bool Has(string member) => json.TryGetProperty(member, out _);

        if (ReceiptDocument.IsReceipt(types))
        {
            return Family.Receipt;
        }

        if (Mentions("/credentials/v") || Mentions("/ob/v3p0/") || types.Contains("VerifiableCredential")
            || types.Contains("OpenBadgeCredential") || types.Contains("AchievementCredential"))
        {
            return Family.OpenBadges3;
        }

        var looksLikeAssertion = types.Contains("Assertion") || (Has("badge") && Has("recipient")) || Has("revoked");
        if (looksLikeAssertion && (Mentions("openbadges/v2") || Mentions("/ob/v2p") || Has("verification")))
        {
            return Family.OpenBadges2;
        }

        if (Has("badge") && (Has("verify") || Has("recipient")))
        {
            return hasContext && !Mentions("openbadges/v1") ? Family.OpenBadges2 : Family.OpenBadges1;
        }

        return Family.None;
    }

    private static bool IsSigned(JsonElement assertion) =>
        AssertionNames.InFull(assertion).TryGetProperty("verification", out var verification)
        && JsonValues.Strings(verification, "type").Any(type => type is "SignedBadge" or "signed");

    /// <summary>Data model 2.0, section 4.13: a token carried as a data address.</summary>
    private static string? TokenInEnvelope(JsonElement json)
    {
        var id = JsonStrings.TryGet(json, "id");
        return JsonValues.Strings(json, "type").Contains("EnvelopedVerifiableCredential") && id is not null
            ? Array.Find(EnvelopeTypes, type => id.StartsWith(type, StringComparison.Ordinal)) is { } found
                ? id[found.Length..]
                : null
            : null;
    }

    private static ParseResult Of(CredentialFormat format, string text, JsonElement json) =>
        new()
        {
            Credential = new()
            {
                Format = format,
                Text = text,
                Json = json,
                Signed = format is CredentialFormat.OpenBadges3Embedded or CredentialFormat.Receipt
                    ? SignedCredential.OfJson(json)
                    : null,
            },
        };

    private static ParseResult Refused(string code) => new() { Code = code };

    private enum Family
    {
        None,
        OpenBadges1,
        OpenBadges2,
        OpenBadges3,
        Receipt,
    }
}
