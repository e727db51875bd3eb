namespace Badges.Credentials.Verification.Endorsements;

/// <summary>What was found of the endorsements of a badge.</summary>
/// <param name="Reports">One for each that was looked at.</param>
/// <param name="HasMore">Whether there are others.</param>
internal sealed record EndorsementSet(IReadOnlyList<EndorsementReport> Reports, bool HasMore)
{
    private static EndorsementSet None { get; } = new([], HasMore: false);

    /// <summary>Looks at the endorsements of a badge. They change nothing, so they wait until all that decides is at
    /// hand: they would spend what may be fetched.</summary>
    public static EndorsementSet Of(VerificationCase badge) => badge switch
    {
        { Parsed.Signed.Endorsements: { Count: > 0 } found } => Look(
            found, Endorsement.Maximum, each => EndorsementChecks.Run(each, badge), badge),
        { Assertion: { } chain } => Look(
            HostedEndorsement.In(chain), HostedEndorsement.Maximum, each => HostedEndorsementChecks.Run(each, badge),
            badge),
        _ => None,
    };

    private static EndorsementSet Look<T>(
        IReadOnlyList<T> found, int maximum, Func<T, EndorsementReport> run, VerificationCase badge) =>
        badge.Documents.Missing.Any(each => each.Kind is DocumentKind.Record)
            ? new([], HasMore: found.Count > 0)
            : new([.. found.Take(maximum).Select(run)], HasMore: found.Count > maximum);
}
