namespace Badges.Server.Features.BadgeClasses;

/// <summary>What is expected to show that the criteria were met.</summary>
public sealed record EvidenceRule
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required EvidenceKind Kind { get; init; }
    public required bool IsMandatory { get; init; }
    public required string Description { get; init; }
}

/// <summary>A session of training at work, an observation, something made, a look back, a document.</summary>
public enum EvidenceKind
{
    AfestSession,
    Observation,
    Production,
    Reflection,
    Document,
}
