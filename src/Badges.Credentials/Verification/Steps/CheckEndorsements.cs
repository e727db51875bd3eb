
namespace Badges.Credentials.Verification.Steps;

/// <summary>What others signed about the badge, its achievement and its issuer. Open Badges 3.0, section 9.1 step
/// 6.</summary>
internal static class CheckEndorsements
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.Credential is null)
        {
            return JudgeAssertion(facts);
        }

        var reports = facts.Endorsements;
        if (reports.Count == 0)
        {
            return Check.NotApplicable(CheckIds.Endorsements, CheckCodes.NoEndorsement);
        }

        var check = reports.FirstOrDefault(each => each.Verdict is not (Verdict.Valid or Verdict.Undetermined)) is { } bad
            ? Check.Failed(CheckIds.Endorsements, CheckCodes.EndorsementNotGenuine, NameOf(bad))
            : reports.FirstOrDefault(each => each.Verdict is Verdict.Undetermined) is { } open
                ? Check.NotRun(CheckIds.Endorsements, CheckCodes.EndorsementNotChecked, NameOf(open))
                : Check.Passed(CheckIds.Endorsements);
        var genuine = reports.Where(each => each.Verdict is Verdict.Valid).Select(NameOf).Distinct().ToList();
        check = genuine.Count > 0 ? check.Saying(CheckCodes.EndorsedBy, string.Join(", ", genuine)) : check;
        return facts.HasMoreEndorsements ? check.Saying(CheckCodes.EndorsementsNotRead) : check;
    }

    /// <summary>Endorsements of Open Badges 2.0 stand at addresses of their own, which are not followed.</summary>
    private static Check JudgeAssertion(VerificationCase facts)
    {
        var places = new[]
        {
            facts.Assertion?.Assertion, facts.Assertion?.BadgeClass.Json, facts.Assertion?.Profile.Json,
        };
        return places.Any(place => place is { } json && JsonValues.All(json, "endorsement").Count > 0)
            ? Check.NotRun(CheckIds.Endorsements, CheckCodes.EndorsementsNotRead)
            : Check.NotApplicable(CheckIds.Endorsements, CheckCodes.NoEndorsement);
    }

    private static string NameOf(EndorsementReport report) => report.IssuerName ?? report.IssuerId ?? "?";
}
