using System.Security.Cryptography;

namespace Badges.Credentials.Proofs;

/// <summary>A step towards the bytes that are signed, or why it could not be made.</summary>
internal sealed record Canonical<T>(T? Value, ProofVerification? Fault)
    where T : class
{
    public Canonical(T value)
        : this(value, null)
    {
    }

    public Canonical(ProofVerification fault)
        : this(null, fault)
    {
    }
}

/// <summary>Hashing (section 3.2.4 of the suites).</summary>
internal static class CanonicalHash
{
    public static Canonical<byte[]> HashedBy(this Canonical<byte[]> canonical, HashAlgorithmName hash) =>
        canonical.Value is null ? canonical : new(CryptographicOperations.HashData(hash, canonical.Value));
}
