namespace Badges.Credentials.Verification.Receipts;

/// <summary>What came of checking the signature of a receipt.</summary>
public enum ReceiptSignature
{
    /// <summary>It is ours.</summary>
    Good,

    /// <summary>The receipt was changed, was signed with another key than its issuer's, or is not made as one must
    /// be.</summary>
    Wrong,

    /// <summary>It was not changed, and nobody here knows who signed it.</summary>
    UnknownKey,

    /// <summary>The key could not be had.</summary>
    NotChecked,
}
