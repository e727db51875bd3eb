namespace Badges.Credentials.Verification;

/// <summary>What a badge says, in the same shape for every format. It is what stands in the record: whether to believe
/// it is the verdict's to say, and every text has to be escaped where it is shown.</summary>
public sealed record CredentialSummary
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The address of the badge's own picture; null when there is none, or when it stands in the record
    /// itself.</summary>
    public string? Image { get; init; }

    public IssuerSummary Issuer { get; init; } = new(null, null, null);

    public DateTimeOffset? IssuedOn { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public IReadOnlyList<CriteriaSummary> Criteria { get; init; } = [];

    public IReadOnlyList<EvidenceSummary> Evidence { get; init; } = [];

    public IReadOnlyList<AlignmentSummary> Alignments { get; init; } = [];

    /// <summary>What was measured.</summary>
    public IReadOnlyList<ResultSummary> Results { get; init; } = [];

    public RecipientSummary Recipient { get; init; } = new(null, null);
}

/// <summary>Who issued it.</summary>
public sealed record IssuerSummary(string? Id, string? Name, string? Url);

/// <summary>On what criteria: an address, a Markdown text or both.</summary>
public sealed record CriteriaSummary(string? Id, string? Narrative);

/// <summary>With what evidence.</summary>
public sealed record EvidenceSummary(string? Id, string? Name, string? Description, string? Narrative, string? Genre);

/// <summary>At what node of a framework it aims.</summary>
public sealed record AlignmentSummary(string? Name, string? Url, string? Code, string? Framework, string? Description)
{
    /// <summary>Of what kind that node is.</summary>
    public string? TargetType { get; init; }
}

/// <summary>To whom: only an identity that the badge shows in clear, and whether it is the one asked about.</summary>
public sealed record RecipientSummary(string? ShownAs, bool? Matches);
