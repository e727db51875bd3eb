using Badges.Credentials.Verification;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.Verification;

/// <summary>
/// The page that was last made of an award. Every view runs every check; only when all of them found the same as for
/// that page, within the same minute, is it answered again instead of being written again. Nothing is kept of the page
/// of somebody who is signed in.
/// </summary>
public sealed class LastPage
{
    private Copy? _last;

    public IResult Answer(Viewer viewer, VerificationReport report, Func<RazorComponentResult> make)
    {
        if (viewer.IsSignedIn)
        {
            return make();
        }

        var last = Volatile.Read(ref _last);
        return last is not null && last.Path == viewer.Path && SaySame(last.Report, report)
            ? new WrittenPage(last.Html)
            : new WrittenPage(make(), html => Volatile.Write(ref _last, new Copy(viewer.Path, report, html)));
    }

    /// <summary>Whether a page would say the same of two reports of the same record. Instants are shown to the
    /// minute.</summary>
    public static bool SaySame(VerificationReport one, VerificationReport other) =>
        one.Verdict == other.Verdict && one.Trust == other.Trust && one.Format == other.Format
        && one.Container == other.Container && one.Fetched == other.Fetched
        && one.Standing?.Entry == other.Standing?.Entry && one.Standing?.Imitated == other.Standing?.Imitated
        && one.Endorsements.Count == 0 && other.Endorsements.Count == 0
        && MinuteOf(one.CheckedAt) == MinuteOf(other.CheckedAt)
        && one.Checks.Count == other.Checks.Count
        && one.Checks.Zip(other.Checks).All(pair => SaySame(pair.First, pair.Second));

    private static bool SaySame(Check one, Check other) =>
        one.Id == other.Id && one.Outcome == other.Outcome && one.Code == other.Code && one.Source == other.Source
        && MinuteOf(one.At) == MinuteOf(other.At)
        && one.Arguments.SequenceEqual(other.Arguments)
        && one.Remarks.Count == other.Remarks.Count
        && one.Remarks.Zip(other.Remarks).All(pair =>
            pair.First.Code == pair.Second.Code && pair.First.Arguments.SequenceEqual(pair.Second.Arguments));

    private static long? MinuteOf(DateTimeOffset? instant) => instant?.UtcTicks / TimeSpan.TicksPerMinute;

    private sealed record Copy(string Path, VerificationReport Report, byte[] Html);
}
