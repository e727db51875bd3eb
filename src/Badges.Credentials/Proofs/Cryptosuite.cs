using System.Security.Cryptography;

namespace Badges.Credentials.Proofs;

/// <summary>How a document is made into bytes that are always the same. Data Integrity 1.0, section 4.2.</summary>
public enum Canonicalization
{
    /// <summary>As RDF, by RDFC-1.0: members may be written in any way that means the same.</summary>
    Rdfc,

    /// <summary>As JSON, by RFC 8785.</summary>
    Jcs,
}

/// <summary>A kind of embedded proof, declared: everything in which one differs from another. Data Integrity 1.0,
/// section 3.1; Data Integrity EdDSA and ECDSA Cryptosuites 1.0.</summary>
public sealed record Cryptosuite
{
    /// <summary>The name of the suite, or of the type for proofs older than suites.</summary>
    public required string Name { get; init; }

    /// <summary>The proof's <c>type</c>.</summary>
    public string Type { get; init; } = "DataIntegrityProof";

    /// <summary>How the document and the proof's configuration are made into bytes.</summary>
    public required Canonicalization Canonicalization { get; init; }

    /// <summary>The algorithms, and so the types of keys, that it signs with.</summary>
    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>Whether proofs of it are verified and not made.</summary>
    public bool IsVerifiedOnly { get; init; }

    /// <summary>What the bytes are hashed with, for a key.</summary>
    internal static HashAlgorithmName HashFor(string algorithm) =>
        algorithm == JwsAlgorithms.Es384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>The length of a signature, in bytes.</summary>
    internal static int SignatureLength(string algorithm) => algorithm == JwsAlgorithms.Es384 ? 96 : 64;
}
