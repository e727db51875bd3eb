using Badges.Credentials.Verification;

namespace Badges.Server.Features.Registry;

/// <summary>An issuer as a registry has it, ours or another's: its identifiers, its names and when it was recognised.
/// </summary>
public sealed record RegisteredIssuer
{
    public required string Name { get; init; }
    public string? LegalName { get; init; }

    /// <summary>Exactly as credentials write them.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>In the order of time; null when the registry has no dates.</summary>
    public IReadOnlyList<RecognisedPeriod>? Periods { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public IEnumerable<string> Names => LegalName is { } legal ? [Name, legal] : [Name];

    /// <summary>How it stood on the day of issue, and which of its periods says so.</summary>
    public (Recognition Recognition, RecognisedPeriod? Period) At(DateOnly? day)
    {
        if (Periods is null)
        {
            return (Recognition.Undated, null);
        }

        if (day is not { } issued)
        {
            return (Recognition.IssueUnknown, Periods is [.., var last] ? last : null);
        }

        if (Periods.FirstOrDefault(period => period.From <= issued && !(period.To < issued)) is { } holding)
        {
            return (Recognition.AtIssue, holding);
        }

        return Periods.LastOrDefault(period => period.To < issued) is { } before
            ? (Recognition.BeforeIssue, before)
            : (Recognition.AfterIssue, Periods is [var first, ..] ? first : null);
    }
}
