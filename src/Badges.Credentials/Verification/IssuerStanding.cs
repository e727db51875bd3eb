namespace Badges.Credentials.Verification;

/// <summary>What the one who holds the registries answers about an issuer, as of the date of issue.</summary>
public sealed record IssuerStanding
{
    /// <summary>What it comes to.</summary>
    public required Trust Trust { get; init; }

    /// <summary>What a registry has under the issuer's identifier; null when none has it.</summary>
    public RegistryEntry? Entry { get; init; }

    /// <summary>The entry whose name the issuer goes by, when that is another one's.</summary>
    public RegistryEntry? Imitated { get; init; }

    /// <summary>The names of the registries that were asked; empty when that is not to be said.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The address of the first of them.</summary>
    public string? Source { get; init; }

    /// <summary>A bare trust is an answer too.</summary>
    public static implicit operator IssuerStanding(Trust trust) => new() { Trust = trust };
}

/// <summary>An issuer as a registry has it, and how it stood there at the date of issue.</summary>
public sealed record RegistryEntry
{
    /// <summary>What the registry calls the issuer.</summary>
    public required string Name { get; init; }

    /// <summary>What the registry is called.</summary>
    public required string Registry { get; init; }

    /// <summary>The address of the registry.</summary>
    public string? Source { get; init; }

    /// <summary>When the copy of the registry that was read was last seen at its address; null when it is the registry
    /// itself that was read.</summary>
    public DateTimeOffset? CopiedAt { get; init; }

    /// <summary>Whether that copy should have been renewed long ago.</summary>
    public bool IsCopyOld { get; init; }

    /// <summary>How the issuer stood at the date of issue.</summary>
    public Recognition Recognition { get; init; }

    /// <summary>The period that holds the date of issue, else the one nearest to it; null when the registry has no
    /// dates.</summary>
    public RecognisedPeriod? Period { get; init; }

    /// <summary>The day since which the issuer is closed, if it is.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether the period is over by now.</summary>
    public bool HasEnded { get; init; }
}

/// <summary>From when to when a registry recognises an issuer, both days included; without an end, until further
/// notice.</summary>
public sealed record RecognisedPeriod(DateOnly From, DateOnly? To);

/// <summary>How an issuer that is in a registry stood there at the date of issue.</summary>
public enum Recognition
{
    /// <summary>The registry does not say when: it counts as recognised.</summary>
    Undated,

    /// <summary>It was recognised.</summary>
    AtIssue,

    /// <summary>It was recognised, but not any more.</summary>
    BeforeIssue,

    /// <summary>It was not recognised yet.</summary>
    AfterIssue,

    /// <summary>The badge does not say when it was issued.</summary>
    IssueUnknown,
}
