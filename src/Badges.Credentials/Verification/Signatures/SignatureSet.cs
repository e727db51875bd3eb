using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>
/// All signatures of a credential, that of its token and those inside. Every one of a kind that is implemented must be
/// good, and one of them the issuer's (VERDICTS V28); those of other kinds are named. Data Integrity 1.0, section 2.1.1.
/// </summary>
internal sealed class SignatureSet
{
    /// <summary>More proofs than these are not looked at: each costs documents and arithmetic.</summary>
    private const int MaximumProofs = 8;

    private readonly SignedCredential _credential;
    private readonly List<Signature> _signatures = [];
    private readonly List<EmbeddedProof> _others;

    private SignatureSet(SignedCredential credential, DocumentSet documents, DateTimeOffset now)
    {
        _credential = credential;
        if (credential.Proofs.Count > MaximumProofs)
        {
            _others = [];
            Proof = Check.NotRun(CheckIds.Proof, CheckCodes.TooIntricate);
            Key = Check.NotRun(CheckIds.Key, CheckCodes.NoKey);
            return;
        }

        _others = [.. credential.Proofs.Where(proof => !proof.IsImplemented)];
        if (credential is { Jws: { } jws, Claims: { } claims })
        {
            _signatures.Add(TokenProof.Judge(jws, claims, credential.Credential, documents));
        }

        _signatures.AddRange(credential.Proofs.Where(proof => proof.IsImplemented)
            .Select(proof => proof.Judge(credential, documents, now)));
        Proof = JudgeProofs();
        Key = JudgeKeys(documents, now);
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
        var judged = checks.FindAll(check => check.Code != CheckCodes.ProofSuiteNotSupported);
        if (judged.Count == 0 && checks.Count > 0)
        {
            return checks[0];
        }

        return judged.Find(check => check.HasFailed)
            ?? judged.Find(check => check.Outcome is CheckOutcome.NotRun)
            ?? (judged is [var good, ..] ? OthersBeside(good, checks) : JudgeOthers());
    }

    /// <summary>The good proof, with the names of those that are of no kind that can be verified.</summary>
    private Check OthersBeside(Check good, List<Check> checks) => checks
        .FindAll(check => check.Code == CheckCodes.ProofSuiteNotSupported)
        .ConvertAll(check => check.Arguments[0])
        .Concat(_others.ConvertAll(other => other.Suite))
        .Aggregate(good, (check, suite) => check.Saying(CheckCodes.OtherProofNotRead, suite));

    private Check JudgeOthers() => _others.Find(proof => proof.IsKnownSuite) is { } known
        ? known.FindFault() ?? Check.NotRun(CheckIds.Proof, CheckCodes.ProofSuiteNotSupported, known.Suite)
        : _others is [var other, ..] ? Check.Failed(CheckIds.Proof, CheckCodes.ProofSuiteUnknown, other.Suite)
        : Check.Failed(CheckIds.Proof, CheckCodes.NoProof);

    private Check JudgeKeys(DocumentSet documents, DateTimeOffset now)
    {
        var issuer = _credential.Credential.IssuerId;
        var checks = _signatures.FindAll(each => each.Proof.Code != CheckCodes.ProofSuiteNotSupported)
            .ConvertAll(each => KeyBinding.Judge(issuer, each.Key, documents, now));
        return checks.Find(check => check.Outcome is CheckOutcome.Passed)
            ?? checks.Find(check => check.Outcome is CheckOutcome.NotRun)
            ?? checks.FirstOrDefault()
            ?? Check.NotRun(CheckIds.Key, CheckCodes.NoKey);
    }
}
