namespace Badges.Credentials.Verification.General;

/// <summary>What came of a general verification.</summary>
public sealed record GeneralAnswer
{
    /// <summary>What stands against the document.</summary>
    public required IReadOnlyList<GeneralProblem> Errors { get; init; }

    /// <summary>What was not asked, or could not be told, and is worth knowing.</summary>
    public required IReadOnlyList<GeneralProblem> Warnings { get; init; }

    /// <summary>The same for each credential of a presentation.</summary>
    public IReadOnlyList<GeneralAnswer> Credentials { get; init; } = [];

    /// <summary>The documents that are needed and not at hand: once they are, ask again.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether nothing stands against it, nor against what it presents.</summary>
    public bool IsVerified => Errors.Count == 0 && Credentials.All(each => each.IsVerified);
}

/// <summary>One thing that was found, as RFC 9457 writes problems.</summary>
/// <param name="Type">Which kind of problem: an address that a standard gives it.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What was found.</param>
public sealed record GeneralProblem(string Type, string Title, string Detail)
{
    internal static GeneralProblem Malformed(string detail) =>
        new("https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR", "The document is malformed.", detail);

    internal static GeneralProblem Unparsed(string detail) =>
        new("https://www.w3.org/TR/vc-data-model#PARSING_ERROR", "The document cannot be read.", detail);

    internal static GeneralProblem Range(string detail) =>
        new("https://www.w3.org/TR/vc-data-model#RANGE_ERROR", "A value is out of its range.", detail);

    internal static GeneralProblem Insecure(string detail) => new(
        "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR", "The document is not secured.", detail);

    internal static GeneralProblem Proof(string detail) =>
        new("https://w3id.org/security#PROOF_VERIFICATION_ERROR", "A proof does not hold.", detail);

    internal static GeneralProblem DataLoss(string detail) => new(
        "https://w3id.org/security#DATA_LOSS_DETECTION_ERROR", "Something would not be covered by the proof.", detail);

    internal static GeneralProblem Method(string detail) => new(
        "https://w3id.org/security#INVALID_VERIFICATION_METHOD", "The key cannot be used.", detail);

    internal static GeneralProblem Domain(string detail) =>
        new("https://w3id.org/security#INVALID_DOMAIN_ERROR", "The proof was meant for elsewhere.", detail);

    internal static GeneralProblem Challenge(string detail) =>
        new("https://w3id.org/security#INVALID_CHALLENGE_ERROR", "The proof answers another challenge.", detail);

    internal static GeneralProblem Status(string detail) => new(
        "https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR", "The status stands against it.",
        detail);

    internal static GeneralProblem StatusUnread(string detail) => new(
        "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR", "The status could not be read.",
        detail);
}
