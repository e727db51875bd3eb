using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>The shape of the report, for the description of the API: the report writes itself.</summary>
public sealed record VerificationReportAnswer
{
    public required string Verdict { get; init; }
    public required string Trust { get; init; }
    public required string Sentence { get; init; }
    public string? Format { get; init; }
    public string? Container { get; init; }
    public string? Fetched { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
    public required IReadOnlyList<VerificationCheckAnswer> Checks { get; init; }
    public CredentialSummary? Credential { get; init; }

    /// <summary>What others say of the badge, its achievement and its issuer; none changes the verdict.</summary>
    public required IReadOnlyList<VerificationEndorsementAnswer> Endorsements { get; init; }

    /// <summary>Only for a receipt of a verification, whose format is <c>receipt</c>: its signature and what it says.
    /// </summary>
    public IReadOnlyDictionary<string, object>? Receipt { get; init; }
}

/// <summary>What somebody else says of the badge, with checks of its own.</summary>
public sealed record VerificationEndorsementAnswer
{
    public required string Verdict { get; init; }

    /// <summary>The identifier of what is endorsed.</summary>
    public string? Endorsed { get; init; }

    public required VerificationEndorserAnswer Issuer { get; init; }
    public string? Comment { get; init; }

    /// <summary>Whether the issuer of the badge endorses itself.</summary>
    public required bool ByIssuer { get; init; }

    public required IReadOnlyList<VerificationCheckAnswer> Checks { get; init; }
}

/// <summary>Who endorses, under the name that the endorser gives itself.</summary>
public sealed record VerificationEndorserAnswer(string? Id, string? Name);

/// <summary>One check of the report.</summary>
public sealed record VerificationCheckAnswer
{
    public required string Id { get; init; }
    public required string Outcome { get; init; }
    public string? Code { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public string? Source { get; init; }
    public required DateTimeOffset At { get; init; }
}
