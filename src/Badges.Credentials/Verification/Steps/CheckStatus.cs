using System.Text.Json;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.StatusLists;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The issuer did not take the badge back. "Not withdrawn" is said only when a list was fetched, found sound, and the
/// badge found clear on it; it fails only when the badge was taken back (VERDICTS rule 1, V9, V10, V20). Bitstring
/// Status List 1.0; Open Badges 2.0, RevocationList.
/// </summary>
internal static class CheckStatus
{
    /// <summary>More entries than this are not read: each costs a document.</summary>
    private const int MaximumEntries = 8;

    public static Check Run(VerificationCase facts)
    {
        if (facts.Assertion is { IsWithdrawn: true } withdrawn)
        {
            var reason = withdrawn.WithdrawalReason is { Length: > 0 } text ? new[] { text } : [];
            return Check.Failed(CheckIds.Status, CheckCodes.Withdrawn, reason).From(withdrawn.Hosted);
        }

        if (facts.NothingToJudge(CheckIds.Status) is { } nothing)
        {
            return nothing;
        }

        return facts.Assertion is { } chain ? JudgeAssertion(chain) : JudgeEntries(facts);
    }

    private static Check JudgeAssertion(AssertionChain chain)
    {
        if (chain.IsHosted)
        {
            return Check.Passed(CheckIds.Status).From(chain.Hosted);
        }

        if (chain.Profile.Json is null)
        {
            return Check.NotRun(CheckIds.Status, CheckCodes.NoIssuer).From(chain.Profile.Source);
        }

        return chain.RevocationList is { } list
            ? RevocationListStatus.Read(chain, list).ToCheck()
            : Check.NotApplicable(CheckIds.Status, CheckCodes.NoStatus);
    }

    private static Check JudgeEntries(VerificationCase facts)
    {
        var entries = facts.Credential!.Statuses;
        if (entries.Count == 0)
        {
            return Check.NotApplicable(CheckIds.Status, CheckCodes.NoStatus);
        }

        var readings = entries.Take(MaximumEntries).Select(entry => Read(entry, facts)).ToList();
        if (entries.Count > MaximumEntries)
        {
            readings.Add(StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null));
        }

        // A set bit wins over an unreadable entry, an unreadable one over a clear one.
        StatusReading[] order =
            [StatusReading.Revoked, StatusReading.Suspended, StatusReading.Unknown, StatusReading.Clear];
        var decisive = order.Select(reading => readings.Find(each => each.Reading == reading))
            .FirstOrDefault(each => each is not null)
            ?? readings[0];
        var told = readings.FindAll(each => each.Reading is StatusReading.Irrelevant && each != decisive);
        return decisive.ToCheck() with
        {
            Remarks = [.. decisive.Remarks, .. told.SelectMany(each => each.Remarks)],
        };
    }

    private static StatusEntryRead Read(JsonElement entry, VerificationCase facts)
    {
        var types = JsonValues.Strings(entry, "type").ToList();
        return StatusListKind.Find(types) is { } kind ? BitstringStatus.Read(entry, kind, facts)
            : types.Contains("1EdTechRevocationList") ? RevocationListStatus.Read(entry, facts)
            : StatusEntryRead.Unknown(CheckCodes.StatusTypeUnknown, null, types.FirstOrDefault() ?? string.Empty);
    }
}
