using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Reads reports in a few words, so that a failed test says what was found.</summary>
internal static class ReportReading
{
    public static Check Of(this VerificationReport report, string id) => report.Checks.Single(check => check.Id == id);

    public static Check Of(this IReadOnlyList<Check> checks, string id) => checks.Single(check => check.Id == id);

    /// <summary>The checks that did not simply pass, as "id outcome code".</summary>
    public static string Explain(this VerificationReport? report) => report is null ? "no badge" : $"{report.Verdict}: "
        + string.Join("; ", report.Checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.NotRun)
            .Select(check => $"{check.Id} {check.Outcome} {check.Code} {string.Join(' ', check.Arguments)}"));
}
