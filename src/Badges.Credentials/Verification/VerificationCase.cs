using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Endorsements;
using Badges.Credentials.Verification.Refreshing;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification;

/// <summary>What every check is given: the record, the documents at hand, the question asked, the instant.</summary>
internal sealed class VerificationCase
{
    private readonly Lazy<AssertionChain?> _assertion;
    private readonly Lazy<SignatureSet?> _signatures;
    private readonly Lazy<EndorsementSet> _endorsements;
    private readonly Check?[] _found = new Check?[Checks.Steps.Count];

    private VerificationCase(
        ParsedCredential parsed, string? recipient, DocumentSet documents, DateTimeOffset now,
        AssertionChain? chain = null)
    {
        Parsed = parsed;
        Recipient = recipient;
        Now = now;
        Documents = documents;
        _assertion = new(() => chain
            ?? (Parsed.Format is CredentialFormat.OpenBadges2Hosted or CredentialFormat.OpenBadges2Signed
                ? AssertionChain.Follow(Parsed, Documents)
                : null));
        _endorsements = new(() => EndorsementSet.Of(this));
        _signatures = new(() =>
            Parsed.Signed is { } signed ? SignatureSet.Of(signed, Documents, Now) : null);
    }

    public ParsedCredential Parsed { get; }

    public string? Recipient { get; }

    public DateTimeOffset Now { get; }

    public DocumentSet Documents { get; }

    /// <summary>The credential, for Open Badges 3.0.</summary>
    public VerifiableCredential? Credential => Parsed.Signed?.Credential;

    /// <summary>The assertion and what it hangs on, for Open Badges 2.0.</summary>
    public AssertionChain? Assertion => _assertion.Value;

    /// <summary>What the credential is signed by, for Open Badges 3.0.</summary>
    public SignatureSet? Signatures => _signatures.Value;

    /// <summary>What was found of each endorsement.</summary>
    public EndorsementSet Endorsements => _endorsements.Value;

    /// <summary>The identifier of the issuer that the badge names, whichever standard it follows.</summary>
    public string? IssuerId => Credential?.IssuerId ?? Assertion?.IssuerId;

    /// <summary>Whether the badge is what its issuer made: nothing else says anything about the issuer.</summary>
    public bool IsGenuine => FirstProblem is null;

    /// <summary>The first of the seven decisive checks that did not pass. The later ones are not run then, so that
    /// nothing is asked for in vain.</summary>
    public Check? FirstProblem => Enumerable.Range(0, CheckIds.Decisive.Count)
        .Select(Found).FirstOrDefault(check => check.Outcome is not CheckOutcome.Passed);

    /// <summary>The <c>refresh</c> check: whether this is the newer copy of what was handed in, or why not.</summary>
    public Check Refresh { get; private set; } = RefreshedCopy.None.Check;

    /// <summary>What was handed in, when this is a newer copy of it.</summary>
    public VerificationCase? Submitted { get; private set; }

    /// <summary>The case that is judged: that of the newer copy, if there is one that may be.</summary>
    public static VerificationCase Of(ResolvedCredential resolved, DateTimeOffset now)
    {
        var submitted = new VerificationCase(
            resolved.Parsed, resolved.Recipient, new DocumentSet(resolved.Documents, resolved.AllowLoopback), now);
        var copy = RefreshedCopy.Find(submitted);
        var judged = copy.Case ?? submitted;
        judged.Refresh = copy.Check;
        judged.Submitted = copy.Case is null ? null : submitted;
        return judged;
    }

    /// <summary>The case of a credential that is no badge: nobody asks whose it is, and no newer copy is looked
    /// for.</summary>
    public static VerificationCase Of(SignedCredential signed, DocumentSet documents, DateTimeOffset now) => new(
        new ParsedCredential
        {
            Format = signed.Jws is null ? CredentialFormat.OpenBadges3Embedded : CredentialFormat.OpenBadges3Jwt,
            Text = string.Empty,
            Json = signed.Credential.Json,
            Jws = signed.Jws,
            Claims = signed.Claims,
            Signed = signed,
        },
        recipient: null, documents, now);

    /// <summary>The same documents, instant and question, for a newer copy of the badge.</summary>
    public VerificationCase OfRefreshed(ParsedCredential newer) =>
        new(newer with { Picture = Parsed.Picture, Remarks = Parsed.Remarks }, Recipient, Documents, Now);

    /// <summary>What the check at this place of <see cref="Checks.StepsOf"/> finds; each runs once.</summary>
    public Check Found(int step) => _found[step] ??= Checks.StepsOf(this)[step](this);

    /// <summary>The same documents and instant, for an endorsement of the badge.</summary>
    public VerificationCase OfEndorsement(SignedCredential endorsement) => Of(endorsement, Documents, Now);

    /// <summary>The same documents and instant, for an endorsement of the badge at its own address.</summary>
    public VerificationCase OfHostedEndorsement(string address, AssertionChain chain) =>
        new(CredentialParser.FromAddress(address), recipient: null, Documents, Now, chain);

    /// <summary>The standard that the record follows: an old assertion may stand where a newer one was
    /// expected.</summary>
    public CredentialFormat Format =>
        Assertion is { IsOldFormat: true } ? CredentialFormat.OpenBadges1 : Parsed.Format;

    /// <summary>
    /// The answer of a check that has nothing to look at: an Open Badges 1.x record, or an assertion that its own
    /// address took back or that could not be fetched there. Null when there is something to look at.
    /// </summary>
    public Check? NothingToJudge(string checkId)
    {
        if (Format is CredentialFormat.OpenBadges1)
        {
            return Check.NotRun(checkId, CheckCodes.OldFormatNotChecked).From(Assertion?.Hosted);
        }

        if (Assertion is { IsWithdrawn: true } withdrawn)
        {
            return Check.NotRun(checkId, CheckCodes.WithdrawnAtAddress).From(withdrawn.Hosted);
        }

        if (Assertion is not { Assertion: null, Hosted: { } hosted })
        {
            return null;
        }

        // Only the proof needs that address, so only the proof fails when it may never be fetched.
        var without = Check.Without(checkId, hosted);
        return checkId == CheckIds.Proof ? without : without with { Outcome = CheckOutcome.NotRun };
    }
}
