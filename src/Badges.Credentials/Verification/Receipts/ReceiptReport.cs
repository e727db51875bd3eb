namespace Badges.Credentials.Verification.Receipts;

/// <summary>The report of a receipt that was handed in where a badge was expected.</summary>
internal static class ReceiptReport
{
    public static VerificationReport Create(
        ReportOrigin origin, VerificationCase facts, IReadOnlyList<Check> checks,
        Func<IssuerClaim, IssuerStanding> standing)
    {
        bool HasPassed(string id) => checks.Any(check => check.Id == id && check.Outcome is CheckOutcome.Passed);
        var receipt = ReceiptDocument.TryRead(facts.Parsed.Json);
        var isProven = receipt is not null && HasPassed(CheckIds.Context) && HasPassed(CheckIds.Proof)
            && HasPassed(CheckIds.Key);
        var isKnown = isProven && standing(new(receipt!.Issuer, receipt.CheckedAt, null)).Trust is Trust.Known;
        var verdict = Verdicts.Of(checks);
        return new()
        {
            Verdict = verdict,
            Trust = isKnown ? Trust.Known : Trust.Unknown,
            Format = facts.Format,
            Container = origin.Container,
            Fetched = origin.Fetched,
            CheckedAt = facts.Now,
            Checks = [.. checks.Select(check => check.Id == CheckIds.Registry ? Registry(isProven, isKnown) : check)],
            Receipt = new(
                verdict is Verdict.Invalid ? ReceiptSignature.Wrong
                    : isKnown ? ReceiptSignature.Good
                    : isProven ? ReceiptSignature.UnknownKey
                    : ReceiptSignature.NotChecked,
                receipt,
                checks.First(check => check.Id == CheckIds.Picture).Outcome switch
                {
                    CheckOutcome.Passed => true,
                    CheckOutcome.Failed => false,
                    _ => null,
                }),
        };
    }

    private static Check Registry(bool isProven, bool isKnown)
    {
        var check = isKnown ? Check.Passed(CheckIds.Registry)
            : isProven ? Check.Failed(CheckIds.Registry, CheckCodes.IssuerUnknown)
            : Check.NotRun(CheckIds.Registry, CheckCodes.RegistryNotAsked);
        return check with { IsOfReceipt = true };
    }
}
