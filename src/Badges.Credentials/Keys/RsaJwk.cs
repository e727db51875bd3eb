using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>RSA public keys as JWK and PEM (RFC 7517, RFC 7518 section 6.3, RFC 7638, RFC 7468).</summary>
public static class RsaJwk
{
    /// <summary>Below it a key is too weak (RFC 7518, section 3.3).</summary>
    public const int MinimumBits = 2048;

    /// <summary>Above it a foreign key costs too much to verify with.</summary>
    public const int MaximumBits = 4096;

    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The public key as a JWK; <paramref name="withUse"/> adds <c>alg</c> RS256 and <c>use</c> sig.</summary>
    public static string PublicJwk(RSA key, string? kid, bool withUse)
    {
        var (modulus, exponent) = Numbers(key);
        var json = new StringBuilder($"{{\"kty\":\"RSA\",\"n\":\"{modulus}\",\"e\":\"{exponent}\"");
        if (kid is not null)
        {
            json.Append(",\"kid\":").Append(CredentialJson.Quote(kid));
        }

        if (withUse)
        {
            json.Append(",\"alg\":\"RS256\",\"use\":\"sig\"");
        }

        return json.Append('}').ToString();
    }

    /// <summary>The key's SHA-256 thumbprint in base64url (RFC 7638, section 3).</summary>
    public static string Thumbprint(RSA key)
    {
        var (modulus, exponent) = Numbers(key);
        return Base64UrlText.Encode(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{{\"e\":\"{exponent}\",\"kty\":\"RSA\",\"n\":\"{modulus}\"}}")));
    }

    /// <summary>The public key as a SubjectPublicKeyInfo in PEM.</summary>
    public static string PublicPem(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>The key of a JWK, or null when it is not a public RSA signature key of 2048 to 4096 bits.</summary>
    public static RSA? TryRead(JsonElement jwk)
    {
        if (!IsPublicSignatureKey(jwk, "RSA")
            || TryReadNumber(jwk, "n") is not { } modulus
            || TryReadNumber(jwk, "e") is not { } exponent)
        {
            return null;
        }

        try
        {
            return Checked(RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent }));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The key of a PEM text, <c>PUBLIC KEY</c> or <c>RSA PUBLIC KEY</c>, or null when it is not a public
    /// RSA key of 2048 to 4096 bits.</summary>
    public static RSA? TryReadPem(string pem)
    {
        var (label, der) = SubjectPublicKey.ReadPem(pem);
        if (label is not ("PUBLIC KEY" or "RSA PUBLIC KEY"))
        {
            return null;
        }

        var rsa = RSA.Create();
        try
        {
            int length;
            if (label == "PUBLIC KEY")
            {
                rsa.ImportSubjectPublicKeyInfo(der, out length);
            }
            else
            {
                rsa.ImportRSAPublicKey(der, out length);
            }

            if (length == der.Length && IsAcceptable(rsa))
            {
                return rsa;
            }
        }
        catch (CryptographicException)
        {
            // not an RSA key
        }

        rsa.Dispose();
        return null;
    }

    /// <summary>Whether the size and the public exponent of a key are within what is accepted here.</summary>
    internal static bool IsAcceptable(RSA key)
    {
        if (key.KeySize is < MinimumBits or > MaximumBits)
        {
            return false;
        }

        var exponent = key.ExportParameters(includePrivateParameters: false).Exponent;
        return exponent is { Length: >= 1 and <= 8 }
            && (exponent[^1] & 1) == 1
            && (exponent.Length > 1 || exponent[0] > 1);
    }

    /// <summary>Whether a JWK has this key type, no private member, and no use but signatures.</summary>
    internal static bool IsPublicSignatureKey(JsonElement jwk, string keyType) =>
        JsonStrings.TryGet(jwk, "kty") == keyType
        && !PrivateMembers.Any(member => jwk.TryGetProperty(member, out _))
        && (!jwk.TryGetProperty("use", out var use) || JsonStrings.TryGet(use) == "sig")
        && (!jwk.TryGetProperty("key_ops", out var operations) || AllowsVerification(operations));

    private static bool AllowsVerification(JsonElement operations) =>
        operations.ValueKind is JsonValueKind.Array
        && operations.EnumerateArray().Any(each => JsonStrings.TryGet(each) == "verify");

    private static byte[]? TryReadNumber(JsonElement jwk, string member)
    {
        if (JsonStrings.TryGet(jwk, member) is not { Length: > 0 and <= 1024 } text)
        {
            return null;
        }

        // A leading zero byte is against RFC 7518 and harmless; some writers add one.
        var number = Base64UrlText.TryDecode(text)?.SkipWhile(each => each == 0).ToArray();
        return number is { Length: > 0 } ? number : null;
    }

    private static RSA? Checked(RSA key)
    {
        if (IsAcceptable(key))
        {
            return key;
        }

        key.Dispose();
        return null;
    }

    private static (string Modulus, string Exponent) Numbers(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return (Base64UrlText.Encode(parameters.Modulus), Base64UrlText.Encode(parameters.Exponent));
    }
}
