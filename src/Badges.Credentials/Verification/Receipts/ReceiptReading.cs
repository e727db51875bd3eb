namespace Badges.Credentials.Verification.Receipts;

/// <summary>A receipt that was handed in. What it says was so when it was made; of the badge today it says
/// nothing.</summary>
/// <param name="Signature">Whether to believe it.</param>
/// <param name="Receipt">What it says; null when it is not made as a receipt must be.</param>
/// <param name="IsPageIntact">For a printed one, whether the page is as it was printed; null without a page.</param>
public sealed record ReceiptReading(ReceiptSignature Signature, Receipt? Receipt, bool? IsPageIntact);
