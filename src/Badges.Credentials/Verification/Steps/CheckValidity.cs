using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The badge is in force at the instant of the verification. Open Badges 3.0, section 9.1 step 4; Open Badges
/// 2.0, <c>issuedOn</c> and <c>expires</c>.</summary>
internal static class CheckValidity
{
    /// <summary>How far the clock of an issuer may be ahead.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Validity) is { } nothing)
        {
            return nothing;
        }

        if (Period(facts) is not var (from, until))
        {
            return Check.NotRun(CheckIds.Validity, CheckCodes.DateUnreadable);
        }

        if (until < facts.Now)
        {
            return Check.Failed(CheckIds.Validity, CheckCodes.Expired, Timestamp.Write(until.Value));
        }

        return from > facts.Now + Skew
            ? Check.Failed(CheckIds.Validity, CheckCodes.NotYetValid, Timestamp.Write(from))
            : Check.Passed(CheckIds.Validity);
    }

    /// <summary>From when until when; null when a date that is there cannot be read.</summary>
    private static (DateTimeOffset From, DateTimeOffset? Until)? Period(VerificationCase facts)
    {
        if (facts.Assertion is { Assertion: { } assertion })
        {
            return Read(
                JsonStrings.TryGet(assertion, "issuedOn"), EndText(assertion, "expires"), Timestamp.TryReadLoose);
        }

        var credential = facts.Credential!;
        var period = Read(
            credential.ValidFromText,
            EndText(credential.Json, "validUntil") ?? EndText(credential.Json, "expirationDate"),
            Timestamp.TryRead);
        return period is { Until: null } open && facts.Parsed.Claims is { } claims
            ? open with { Until = TokenClaims.Expiry(claims) }
            : period;
    }

    /// <summary>The end, or a text that is no date when the member is there and no string.</summary>
    private static string? EndText(JsonElement json, string member) =>
        JsonValues.Member(json, member) is { } value ? JsonStrings.TryGet(value) ?? string.Empty : null;

    private static (DateTimeOffset From, DateTimeOffset? Until)? Read(
        string? from, string? until, Func<string, DateTimeOffset?> read)
    {
        if (from is null || read(from) is not { } start)
        {
            return null;
        }

        if (until is null)
        {
            return (start, null);
        }

        return read(until) is { } end ? (start, end) : null;
    }
}
