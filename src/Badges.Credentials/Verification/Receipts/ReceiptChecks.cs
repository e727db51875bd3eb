namespace Badges.Credentials.Verification.Receipts;

/// <summary>
/// The checks of a receipt itself, under the names that a badge's have. What a badge's would say of the badge today
/// cannot run, so that the verdict on a receipt is never "valid".
/// </summary>
internal static class ReceiptChecks
{
    public static IReadOnlyList<Func<VerificationCase, Check>> Steps { get; } =
    [
        _ => Passed(CheckIds.Format),
        facts => facts.Parsed.Signed is { IsHeldByRdf: true } signed
            ? signed.Meaning with { IsOfReceipt = true }
            : Passed(CheckIds.Context),
        facts => ReceiptDocument.TryRead(facts.Parsed.Json) is null
            ? Failed(CheckIds.Schema, CheckCodes.ReceiptMalformed)
            : Passed(CheckIds.Schema),
        _ => NotApplicable(CheckIds.Subject),
        facts => facts.Credential?.IssuerId is { Length: > 0 }
            ? Passed(CheckIds.Issuer)
            : Failed(CheckIds.Issuer, CheckCodes.NoIssuer),
        facts => facts.Signatures!.Proof with { IsOfReceipt = true },
        facts => facts.Signatures!.Key with { IsOfReceipt = true },
        _ => NotApplicable(CheckIds.Refresh),
        _ => Check.NotRun(CheckIds.Status, CheckCodes.ReceiptOfItsDay) with { IsOfReceipt = true },
        _ => NotApplicable(CheckIds.Validity),
        JudgePage,
        _ => NotApplicable(CheckIds.Recipient),
        _ => NotApplicable(CheckIds.Evidence),
        _ => NotApplicable(CheckIds.Endorsements),
        _ => Check.NotRun(CheckIds.Registry, CheckCodes.RegistryNotAsked) with { IsOfReceipt = true },
    ];

    private static Check JudgePage(VerificationCase facts) => facts.Parsed.Page switch
    {
        null => NotApplicable(CheckIds.Picture),
        { Sha256: { } page } when ReceiptDocument.TryRead(facts.Parsed.Json)?.Page?.Sha256 == page =>
            Passed(CheckIds.Picture),
        _ => Failed(CheckIds.Picture, CheckCodes.PageChanged),
    };

    private static Check Passed(string id) => Check.Passed(id) with { IsOfReceipt = true };

    private static Check Failed(string id, string code) => Check.Failed(id, code) with { IsOfReceipt = true };

    private static Check NotApplicable(string id) =>
        Check.NotApplicable(id, CheckCodes.NotOfReceipt) with { IsOfReceipt = true };
}
