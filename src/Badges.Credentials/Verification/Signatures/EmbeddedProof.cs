using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Proofs;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>One proof inside a credential. Data Integrity 1.0, sections 2.1 and 4.4.</summary>
/// <param name="Json">The proof.</param>
/// <param name="Index">Its place among the proofs.</param>
internal sealed record EmbeddedProof(JsonElement Json, int Index)
{
    private static readonly HashSet<string> KnownElsewhere =
    [
        "bbs-2023", "ecdsa-2019", "Ed25519Signature2018", "EcdsaSecp256k1Signature2019", "JsonWebSignature2020",
        "RsaSignature2018", "BbsBlsSignature2020",
    ];

    // A proof that says it builds on another one is one of a chain, which is not followed.
    private readonly Cryptosuite? _suite =
        JsonValues.Member(Json, "previousProof") is null ? Cryptosuites.Find(Json) : null;

    /// <summary>The suite, or the type for proofs older than suites.</summary>
    public string Suite
    {
        get
        {
            var type = JsonValues.Strings(Json, "type").FirstOrDefault() ?? string.Empty;
            return type == "DataIntegrityProof" ? JsonStrings.TryGet(Json, "cryptosuite") ?? string.Empty : type;
        }
    }

    /// <summary>Whether it is verified here.</summary>
    public bool IsImplemented => _suite is not null;

    /// <summary>Whether the name is one that somebody defined, implemented here or not.</summary>
    public bool IsKnownSuite => Cryptosuites.Find(Json) is not null || KnownElsewhere.Contains(Suite);

    /// <summary>Whether the proof signs the RDF that the document expands to, so that members can hide behind other
    /// names.</summary>
    public bool SignsRdf => _suite is not { Canonicalization: Canonicalization.Jcs };

    private string? Method => JsonValues.IdOf(JsonValues.Member(Json, "verificationMethod"));

    /// <summary>Judges it at an instant.</summary>
    public Signature Judge(SignedCredential credential, DocumentSet documents, DateTimeOffset now)
    {
        if ((FindFault() ?? FindExpiry(now)) is { } fault)
        {
            return new(fault, new());
        }

        if (SignsRdf && credential.Meaning is { Outcome: not CheckOutcome.Passed } meaning)
        {
            return new(Check.NotRun(CheckIds.Proof, meaning.Code!, [.. meaning.Arguments]), new());
        }

        var key = KeyLookup.OfMethod(Method!, documents);
        return new(key.Problem(Method!) ?? ToCheck(credential.Verify(this, key.Key!)).From(key.Source), key);
    }

    /// <summary>What is wrong with the proof at first sight, or null.</summary>
    public Check? FindFault()
    {
        if (JsonStrings.TryGet(Json, "proofPurpose") != "assertionMethod")
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.ProofPurposeWrong);
        }

        if (Method is not { } method || !IsIdentifier(method))
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.AddressNotAllowed, Method ?? string.Empty);
        }

        return IsInstant("created") && IsInstant("expires")
            ? null
            : Check.Failed(CheckIds.Proof, CheckCodes.ProofDateWrong);
    }

    private Check? FindExpiry(DateTimeOffset now) =>
        JsonStrings.TryGet(Json, "expires") is { } text && Timestamp.TryRead(text) < now
            ? Check.Failed(CheckIds.Proof, CheckCodes.ProofExpired, text)
            : null;

    private bool IsInstant(string member) => JsonValues.Member(Json, member) is not { } value
        || (JsonStrings.TryGet(value) is { } text && Timestamp.TryRead(text) is not null);

    private Check ToCheck(ProofVerification verification) => verification.Outcome switch
    {
        ProofOutcome.Verified => Check.Passed(CheckIds.Proof),
        ProofOutcome.WrongKeyType =>
            Check.Failed(CheckIds.Proof, CheckCodes.AlgorithmOfOtherKey, Suite, verification.Subject ?? string.Empty),
        ProofOutcome.NotCanonicalizable =>
            Check.Failed(CheckIds.Proof, CheckCodes.ProofUnreadable, verification.Subject ?? string.Empty),
        ProofOutcome.Underived or ProofOutcome.Chained =>
            Check.NotRun(CheckIds.Proof, CheckCodes.ProofSuiteNotSupported, Suite),
        ProofOutcome.TooIntricate => Check.NotRun(CheckIds.Proof, CheckCodes.TooIntricate),
        _ => Check.Failed(CheckIds.Proof, CheckCodes.SignatureWrong),
    };

    private static bool IsIdentifier(string method) =>
        Did.IsDid(method)
        || method.StartsWith("https://", StringComparison.Ordinal)
        || method.StartsWith("http://", StringComparison.Ordinal);
}
