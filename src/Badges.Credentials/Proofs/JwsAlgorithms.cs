using System.Security.Cryptography;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Proofs;

/// <summary>The JWS algorithms that are read. Everything else, <c>none</c> and HS256 above all, is refused
/// (RFC 7518, section 3.1; RFC 8725, section 3.1).</summary>
public static class JwsAlgorithms
{
    public const string Rs256 = "RS256";
    public const string Es256 = "ES256";
    public const string Es384 = "ES384";
    public const string EdDsa = "EdDSA";

    /// <summary>Every algorithm that is read.</summary>
    public static IReadOnlyList<string> All { get; } = [Rs256, Es256, Es384, EdDsa];

    /// <summary>Whether a JWK's <c>alg</c> names the algorithm; <c>Ed25519</c> is the newer name of EdDSA on that
    /// curve (RFC 9864).</summary>
    internal static bool AreSame(string? named, string algorithm) =>
        named == algorithm || (named == "Ed25519" && algorithm == EdDsa);

    internal static bool VerifyRs256(RSA key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    internal static bool VerifyEcdsa(ECDsa key, string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var (hash, length) = (algorithm, EcJwk.CurveName(key)) switch
        {
            (Es256, "P-256") => (HashAlgorithmName.SHA256, 64),
            (Es384, "P-384") => (HashAlgorithmName.SHA384, 96),
            _ => (default, -1),
        };
        try
        {
            return signature.Length == length
                && key.VerifyData(data, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
