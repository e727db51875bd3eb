using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>
/// All signatures of a credential, that of its token and those inside. Every one of a kind that is implemented must be
/// good, and one of them the issuer's (VERDICTS V28); those of other kinds are named. Data Integrity 1.0, section 2.1.1.
/// </summary>
internal sealed class SignatureSet
{
    private readonly SignedCredential _credential;
    private readonly List<Signature> _signatures = [];
    private readonly List<EmbeddedProof> _others;

    private SignatureSet(SignedCredential credential, DocumentSet documents, DateTimeOffset now)
    {
        _credential = credential;
        _others = [.. credential.Proofs.Where(proof => !proof.IsImplemented)];
        if (credential is { Jws: { } jws, Claims: { } claims })
        {
            _signatures.Add(TokenProof.Judge(jws, claims, credential.Credential, documents));
        }

        _signatures.AddRange(credential.Proofs.Where(proof => proof.IsImplemented)
            .Select(proof => proof.Judge(credential, documents, now)));
        Proof = JudgeProofs();
        Key = JudgeKeys(documents);
    }

    /// <summary>The <c>proof</c> check of all of them.</summary>
    public Check Proof { get; }

    /// <summary>The <c>key</c> check: one of the keys is the issuer's.</summary>
    public Check Key { get; }

    /// <summary>Judges the signatures of a credential or of a list at an instant.</summary>
    public static SignatureSet Of(SignedCredential credential, DocumentSet documents, DateTimeOffset now) =>
        new(credential, documents, now);

    private Check JudgeProofs()
    {
        var checks = _signatures.ConvertAll(each => each.Proof);
        return checks.Find(check => check.HasFailed)
            ?? checks.Find(check => check.Outcome is CheckOutcome.NotRun)
            ?? (checks is [var good, ..]
                ? _others.Aggregate(good, (check, other) => check.Saying(CheckCodes.OtherProofNotRead, other.Suite))
                : JudgeOthers());
    }

    private Check JudgeOthers() => _others.Find(proof => proof.IsKnownSuite) is { } known
        ? known.FindFault() ?? Check.NotRun(CheckIds.Proof, CheckCodes.ProofSuiteNotSupported, known.Suite)
        : _others is [var other, ..] ? Check.Failed(CheckIds.Proof, CheckCodes.ProofSuiteUnknown, other.Suite)
        : Check.Failed(CheckIds.Proof, CheckCodes.NoProof);

    private Check JudgeKeys(DocumentSet documents)
    {
        var issuer = _credential.Credential.IssuerId;
        var checks = _signatures.ConvertAll(each => KeyBinding.Judge(issuer, each.Key, documents));
        return checks.Find(check => check.Outcome is CheckOutcome.Passed)
            ?? checks.Find(check => check.Outcome is CheckOutcome.NotRun)
            ?? checks.FirstOrDefault()
            ?? Check.NotRun(CheckIds.Key, CheckCodes.NoKey);
    }
}
