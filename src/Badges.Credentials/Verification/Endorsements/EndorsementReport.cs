namespace Badges.Credentials.Verification;

/// <summary>What the verification of one endorsement found. It never changes the badge's own verdict. Open Badges 3.0,
/// section 9.2.</summary>
public sealed record EndorsementReport
{
    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The identifier of what is endorsed: the badge, its achievement or its issuer.</summary>
    public string? Endorsed { get; init; }

    /// <summary>Who endorses.</summary>
    public string? IssuerId { get; init; }

    /// <summary>The name that the endorser gives itself.</summary>
    public string? IssuerName { get; init; }

    /// <summary>What is said.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the issuer of the badge endorses itself.</summary>
    public bool IsByIssuer { get; init; }

    /// <summary>The checks that were run, in the order of <see cref="CheckIds.All"/>.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }
}
