using Badges.Credentials.Verification.Pictures;
using Badges.Credentials.Verification.Receipts;
using Badges.Credentials.Verification.Steps;
using Badges.Credentials.Verification.Texts;

namespace Badges.Credentials.Verification;

/// <summary>What a verification found: one verdict, one sentence, and a line for each check.</summary>
public sealed record VerificationReport
{
    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether the issuer is known.</summary>
    public required Trust Trust { get; init; }

    /// <summary>What the registries have about the issuer; null when they were not asked.</summary>
    public IssuerStanding? Standing { get; init; }

    /// <summary>The standard that the badge follows; null when it could not be read.</summary>
    public CredentialFormat? Format { get; init; }

    /// <summary>In what it was handed in; null when even that could not be read.</summary>
    public SubmissionContainer? Container { get; init; }

    /// <summary>What stood at the address, when an address was handed in.</summary>
    public SubmissionContainer? Fetched { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The checks in the order of <see cref="CheckIds.All"/>.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>What was found of each endorsement; they do not change the verdict.</summary>
    public IReadOnlyList<EndorsementReport> Endorsements { get; init; } = [];

    /// <summary>What the badge says; null when it could not be read.</summary>
    public CredentialSummary? Credential { get; init; }

    /// <summary>The issuer's own picture of a genuine badge, when it is at hand: it is asked for when the badge was
    /// handed in as a picture.</summary>
    public IssuerPicture? IssuerPicture { get; init; }

    /// <summary>What was handed in is a receipt and no badge: what it says, and whether to believe it.</summary>
    public ReceiptReading? Receipt { get; init; }

    /// <summary>Whether the badge is what its issuer made: only then is anything that it says a fact.</summary>
    public bool IsGenuine =>
        Checks.Count(check => check is { Id: CheckIds.Proof or CheckIds.Key, Outcome: CheckOutcome.Passed }) == 2
        && !Checks.Any(check => CheckIds.Decisive.Contains(check.Id)
            && check.Outcome is CheckOutcome.Failed or CheckOutcome.NotRun);

    /// <summary>The report of a record that was checked.</summary>
    /// <param name="origin">In what it was handed in.</param>
    /// <param name="found">What <see cref="Verification.Checks.Run"/> found.</param>
    /// <param name="standing">Says how an issuer stands in the registries. An issuer whose key was not found to be its
    /// own is never known.</param>
    public static VerificationReport Create(
        ReportOrigin origin, CheckedCredential found, Func<IssuerClaim, IssuerStanding> standing)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(standing);

        var (facts, checks) = (found.Facts, found.Checks);
        if (facts.Format is CredentialFormat.Receipt)
        {
            return ReceiptReport.Create(origin, facts, checks, standing);
        }

        var summary = Summaries.Of(facts, checks);
        var isProven =
            checks.Count(check => check is { Id: CheckIds.Proof or CheckIds.Key, Outcome: CheckOutcome.Passed }) == 2;
        var answer = summary.Issuer.Id is { } issuer
            ? standing(new IssuerClaim(issuer, Summaries.IssuedAt(facts), summary.Issuer.Name))
            : Trust.Unknown;
        answer = answer.Trust is Trust.Known && !isProven ? Trust.Unknown : answer;
        return new()
        {
            Verdict = Verdicts.Of(checks),
            Trust = answer.Trust,
            Standing = answer,
            Format = facts.Format,
            Container = origin.Container,
            Fetched = origin.Fetched,
            CheckedAt = facts.Now,
            Checks =
            [
                .. checks.Select(check => check.Id == CheckIds.Registry
                    ? CheckRegistry.Of(answer, isProven) ?? check
                    : check),
            ],
            Endorsements = facts.Endorsements.Reports,
            Credential = summary,
            IssuerPicture = facts.IsGenuine ? IssuerImages.Find(facts) : null,
        };
    }

    /// <summary>The report of something that cannot be read.</summary>
    /// <param name="origin">In what it was handed in; its container is null when even that could not be read.</param>
    /// <param name="code">Why: what <see cref="SubmittedBadge.Code"/> says.</param>
    /// <param name="arguments">What the code speaks of.</param>
    /// <param name="now">The instant.</param>
    public static VerificationReport Unreadable(
        ReportOrigin origin, string code, IReadOnlyList<string> arguments, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new()
        {
            Verdict = Verdict.Invalid,
            Trust = Trust.Unknown,
            Container = origin.Container,
            Fetched = origin.Fetched,
            CheckedAt = now,
            Checks = Verification.Checks.Unreadable(code, arguments),
        };
    }

    /// <summary>The same as if nobody had asked for a recipient: what is told to somebody who may not hear "not this
    /// person".</summary>
    public VerificationReport WithoutRecipient()
    {
        List<Check> checks =
        [
            .. Checks.Select(check => check.Id == CheckIds.Recipient
                ? Check.NotApplicable(CheckIds.Recipient, CheckCodes.NobodyAsked)
                : check),
        ];
        return this with
        {
            Verdict = Verdicts.Of(checks),
            Checks = checks,
            Credential = Credential is null
                ? null
                : Credential with { Recipient = Credential.Recipient with { Matches = null } },
        };
    }

    /// <summary>One sentence for a person.</summary>
    public string Sentence(ReportLanguage language) => Sentences.Of(this, language);

    /// <summary>The report as the API answers it.</summary>
    public string ToJson(ReportLanguage language) => ReportJson.Write(this, language);
}
