namespace Badges.Credentials.Verification.Steps;

/// <summary>What others say about the badge, its achievement or badge class, and its issuer. Open Badges 3.0, section
/// 9.1 step 6; Open Badges 2.0, Endorsement.</summary>
internal static class CheckEndorsements
{
    public static Check Run(VerificationCase facts)
    {
        var (reports, hasMore) = facts.Endorsements;
        if (reports.Count == 0)
        {
            return hasMore
                ? Check.NotRun(CheckIds.Endorsements, CheckCodes.EndorsementsNotRead)
                : Check.NotApplicable(CheckIds.Endorsements, CheckCodes.NoEndorsement);
        }

        var bad = reports.FirstOrDefault(each => each.Verdict is not (Verdict.Valid or Verdict.Undetermined));
        var check = bad is not null
            ? Check.Failed(CheckIds.Endorsements, CheckCodes.EndorsementNotGenuine, NameOf(bad))
            : reports.FirstOrDefault(each => each.Verdict is Verdict.Undetermined) is { } open
                ? Check.NotRun(CheckIds.Endorsements, CheckCodes.EndorsementNotChecked, NameOf(open))
                : Check.Passed(CheckIds.Endorsements);
        var genuine = reports.Where(each => each.Verdict is Verdict.Valid).ToLookup(each => each.IsByIssuer);
        var others = genuine[false].Select(NameOf).Distinct().ToList();
        check = others.Count > 0 ? check.Saying(CheckCodes.EndorsedBy, string.Join(", ", others)) : check;
        check = genuine[true].Any() ? check.Saying(CheckCodes.EndorsedByItself) : check;
        return hasMore ? check.Saying(CheckCodes.EndorsementsNotRead) : check;
    }

    private static string NameOf(EndorsementReport report) => report.IssuerName ?? report.IssuerId ?? "?";
}
