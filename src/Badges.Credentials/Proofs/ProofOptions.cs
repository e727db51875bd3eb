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
}
