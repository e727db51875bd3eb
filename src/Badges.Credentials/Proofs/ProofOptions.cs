namespace Badges.Credentials.Proofs;

/// <summary>What a proof says of itself. Data Integrity 1.0, section 2.1.</summary>
public sealed record ProofOptions
{
    /// <summary>The identifier of the key.</summary>
    public required string VerificationMethod { get; init; }

    /// <summary>The instant of signing; written in whole seconds, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What the proof is made for.</summary>
    public string ProofPurpose { get; init; } = "assertionMethod";

    /// <summary>The proof's own name, a URL: what later proofs of a chain refer to.</summary>
    public string? Id { get; init; }

    /// <summary>The names of the proofs that this one is made over too. Data Integrity 1.0, section 2.1.2.</summary>
    public IReadOnlyList<string> PreviousProofs { get; init; } = [];

    /// <summary>Where the proof is meant to be used.</summary>
    public string? Domain { get; init; }

    /// <summary>What the one who asked for the proof chose, so that it cannot be shown again.</summary>
    public string? Challenge { get; init; }
}
