using Badges.Credentials.Verification.Receipts;
using Badges.Server.Features.Verification;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Receipts;

/// <summary>
/// Makes the signed receipt of a verification. A receipt of ours that was handed in comes back as it is: there is no
/// receipt of a receipt. Nothing is kept.
/// </summary>
public sealed class MakeReceipt(FindReceiptKey findKey, BadgesOptions options)
{
    /// <summary>Where the words of receipts are explained.</summary>
    public const string Path = "/verifier/recu";

    /// <summary>The JSON-LD context of receipts; what stands there never changes.</summary>
    public const string ContextPath = "/verifier/recu/v1.jsonld";

    public async Task<Result<SignedReceipt, ReceiptRefusal>> RunAsync(
        VerificationAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Report?.Receipt is { } reading)
        {
            return reading is { Signature: ReceiptSignature.Good, Receipt: { } known } && answer.Record is { } record
                ? new SignedReceipt(known, record)
                : ReceiptRefusal.NotOurs;
        }

        if (answer.Report is not { Credential: not null } report)
        {
            return ReceiptRefusal.NoBadge;
        }

        return await findKey.RunAsync(cancellationToken) is { } key
            && Receipt.Of(report, answer.Submitted.Span, key.Issuer.Did) is { } receipt
                ? new SignedReceipt(receipt, Sign(receipt, key))
                : ReceiptRefusal.NoKey;
    }

    /// <summary>The receipt with its signature.</summary>
    public string Sign(Receipt receipt, ReceiptKey key) =>
        ReceiptDocument.Sign(receipt, options.Address(ContextPath), key.Key.Key, key.VerificationMethod);
}

/// <summary>A receipt and the signed text that says it.</summary>
public sealed record SignedReceipt(Receipt Receipt, string Text);

/// <summary>Why there is no receipt.</summary>
public enum ReceiptRefusal
{
    /// <summary>No badge could be read in what was handed in.</summary>
    NoBadge,

    /// <summary>It is a receipt, and none that we signed, or it was changed.</summary>
    NotOurs,

    /// <summary>No network is registered here yet that could sign.</summary>
    NoKey,
}
