using Badges.Credentials.Verification.Receipts;
using Badges.Credentials.Verification.Steps;

namespace Badges.Credentials.Verification;

/// <summary>All checks of a badge, each a pure function of the record, the documents at hand and the instant.</summary>
public static class Checks
{
    /// <summary>The checks in the order of the report, which begins with <see cref="CheckIds.Decisive"/>.</summary>
    internal static IReadOnlyList<Func<VerificationCase, Check>> Steps { get; } =
    [
        CheckFormat.Run,
        CheckContext.Run,
        CheckSchema.Run,
        CheckSubject.Run,
        CheckIssuer.Run,
        CheckProof.Run,
        CheckKey.Run,
        CheckRefresh.Run,
        CheckStatus.Run,
        CheckValidity.Run,
        CheckPicture.Run,
        CheckRecipient.Run,
        CheckEvidence.Run,
        CheckEndorsements.Run,
        CheckRegistry.Run,
    ];

    /// <summary>The checks of a badge, or those of a receipt.</summary>
    internal static IReadOnlyList<Func<VerificationCase, Check>> StepsOf(VerificationCase facts) =>
        facts.Parsed.Format is CredentialFormat.Receipt ? ReceiptChecks.Steps : Steps;

    /// <summary>Runs every check. Fetches nothing and never throws, whatever the record holds.</summary>
    public static CheckedCredential Run(ResolvedCredential resolved, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        return new(VerificationCase.Of(resolved, now));
    }

    /// <summary>Runs every check once, or returns null when something may still have to be fetched first: a document is
    /// missing, or a check failed that makes the record worthless, after which nothing more was asked for.</summary>
    public static CheckedCredential? TryRun(ResolvedCredential resolved, DateTimeOffset now)
    {
        var found = Run(resolved, now);
        return found.Facts is { Submitted: null, Documents.Missing.Count: 0 }
            && !found.Checks.Any(check => check.HasFailed && CheckIds.Decisive.Contains(check.Id))
                ? found
                : null;
    }

    /// <summary>The checks of something that could not be read: <c>format</c> failed, and nothing else could
    /// run.</summary>
    public static IReadOnlyList<Check> Unreadable(string code, params IReadOnlyList<string> arguments) =>
    [
        .. CheckIds.All.Select(id => id == CheckIds.Format
            ? new Check { Id = id, Outcome = CheckOutcome.Failed, Code = code, Arguments = arguments }
            : Check.NotRun(id, CheckCodes.NothingRead)),
    ];
}
