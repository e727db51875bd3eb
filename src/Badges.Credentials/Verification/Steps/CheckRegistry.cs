using System.Globalization;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The issuer is known. Only the one who holds the registry can say: the report replaces this line by the
/// answer.</summary>
internal static class CheckRegistry
{
    public static Check Run(VerificationCase facts) => Check.NotRun(CheckIds.Registry, CheckCodes.RegistryNotAsked);

    /// <summary>The line of the answer; null when it would say nothing, because the issuer may be anybody.</summary>
    public static Check? Of(IssuerStanding standing, bool isIssuerProven) => standing switch
    {
        { Trust: Trust.Known } => Known(standing.Entry),
        { Trust: Trust.Lookalike } => Lookalike(standing.Imitated),
        _ when !isIssuerProven => null,
        { Entry: { } entry } => NotAtIssue(entry),
        _ => Unknown(standing),
    };

    private static Check Unknown(IssuerStanding standing)
    {
        var check = Check.Failed(CheckIds.Registry, CheckCodes.IssuerUnknown) with { Source = standing.Source };
        return standing.Asked.Count == 0
            ? check
            : check.Saying(CheckCodes.RegistriesAsked, string.Join(", ", standing.Asked));
    }

    private static Check Known(RegistryEntry? entry)
    {
        var passed = Check.Passed(CheckIds.Registry);
        if (entry is null)
        {
            return passed;
        }

        var check = entry.Period switch
        {
            null => passed.Saying(CheckCodes.IssuerListed, entry.Registry, entry.Name),
            { To: { } to } period => passed.Saying(
                CheckCodes.IssuerRecognisedUntil, entry.Registry, entry.Name, Day(period.From), Day(to)),
            var period => passed.Saying(
                CheckCodes.IssuerRecognisedSince, entry.Registry, entry.Name, Day(period.From)),
        };
        check = entry switch
        {
            { HasEnded: true, ClosedOn: { } closedOn } => check.Saying(CheckCodes.IssuerClosed, Day(closedOn)),
            { HasEnded: true } => check.Saying(CheckCodes.IssuerRecognitionEnded),
            _ => check,
        };
        return From(check, entry);
    }

    private static Check Lookalike(RegistryEntry? imitated)
    {
        var check = Check.Failed(CheckIds.Registry, CheckCodes.IssuerImitates);
        return imitated is null
            ? check
            : From(check.Saying(CheckCodes.NameImitated, imitated.Registry, imitated.Name), imitated);
    }

    private static Check NotAtIssue(RegistryEntry entry)
    {
        string[] about = [entry.Registry, entry.Name];
        var check = entry switch
        {
            { Recognition: Recognition.AfterIssue, Period: { } period } => Check.Failed(
                CheckIds.Registry, CheckCodes.IssuerRecognisedLater, [.. about, Day(period.From)]),
            { Recognition: Recognition.BeforeIssue, Period: { To: { } to } period } => Check.Failed(
                CheckIds.Registry, CheckCodes.IssuerRecognisedBefore, [.. about, Day(period.From), Day(to)]),
            { Recognition: Recognition.IssueUnknown } => Check.Failed(
                CheckIds.Registry, CheckCodes.IssueDateUnknown, about),
            _ => Check.Failed(CheckIds.Registry, CheckCodes.IssuerNeverRecognised, about),
        };
        return From(check, entry);
    }

    private static Check From(Check check, RegistryEntry entry)
    {
        var from = check with { Source = entry.Source, At = entry.CopiedAt };
        return entry is { IsCopyOld: true, CopiedAt: { } copiedAt }
            ? from.Saying(CheckCodes.RegistryCopyOld, Day(DateOnly.FromDateTime(copiedAt.UtcDateTime)))
            : from;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
