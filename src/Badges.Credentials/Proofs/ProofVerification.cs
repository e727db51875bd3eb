namespace Badges.Credentials.Proofs;

/// <summary>What came of verifying one embedded proof.</summary>
public enum ProofOutcome
{
    /// <summary>The document is as it was signed with this key.</summary>
    Verified,

    /// <summary>The document or the proof was changed, or another key signed.</summary>
    WrongSignature,

    /// <summary>The suite does not sign with keys of this type.</summary>
    WrongKeyType,

    /// <summary>The suite is none of <see cref="Cryptosuites.All"/>.</summary>
    UnknownSuite,

    /// <summary>The proof says that it builds on another one: alone it cannot be verified.</summary>
    Chained,

    /// <summary>The proof builds on one that is not there, or does not say on which.</summary>
    PreviousProofMissing,

    /// <summary>The proof is the one out of which its holder derives those that are shown, over a document with parts
    /// that cannot be named one by one (lists, graphs): it is not verified.</summary>
    Underived,

    /// <summary>The proof has no value that could be a signature.</summary>
    NoSignature,

    /// <summary>The document or the proof cannot be read as JSON-LD or I-JSON, or would lose something.</summary>
    NotCanonicalizable,

    /// <summary>Canonicalising would cost more work than it may.</summary>
    TooIntricate,
}

/// <summary>What came of verifying one embedded proof. Data Integrity 1.0, section 4.4.</summary>
/// <param name="Subject">The term, value or address at fault, if one can be named.</param>
public sealed record ProofVerification(ProofOutcome Outcome, string? Subject = null);
