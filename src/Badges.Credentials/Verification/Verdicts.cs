namespace Badges.Credentials.Verification;

/// <summary>From the checks to the verdict: eight lines, of which the first that holds decides.</summary>
public static class Verdicts
{
    /// <summary>The verdict of these checks.</summary>
    public static Verdict Of(IReadOnlyList<Check> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var decisive = checks.Where(check => CheckIds.Decisive.Contains(check.Id)).ToList();
        var status = checks.FirstOrDefault(check => check.Id == CheckIds.Status);
        var validity = checks.FirstOrDefault(check => check.Id == CheckIds.Validity);
        var recipient = checks.FirstOrDefault(check => check.Id == CheckIds.Recipient);

        return 0 switch
        {
            _ when decisive.Exists(check => check.HasFailed) => Verdict.Invalid, // 1
            _ when status is { HasFailed: true, Code: CheckCodes.Withdrawn } => Verdict.Revoked, // 2
            _ when decisive.Exists(check => check.Outcome is CheckOutcome.NotRun) => Verdict.Undetermined, // 3
            _ when recipient is { HasFailed: true } => Verdict.Invalid, // 4
            _ when status is { HasFailed: true } =>
                status.Code == CheckCodes.Suspended ? Verdict.Suspended : Verdict.Revoked, // 5
            _ when validity is { HasFailed: true } =>
                validity.Code == CheckCodes.NotYetValid ? Verdict.NotYetValid : Verdict.Expired, // 6
            _ when status is { Outcome: CheckOutcome.NotRun } || recipient is { Outcome: CheckOutcome.NotRun } =>
                Verdict.Undetermined, // 7
            _ => Verdict.Valid, // 8
        };
    }
}
