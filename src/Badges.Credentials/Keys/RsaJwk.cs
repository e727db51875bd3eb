using System.Numerics;
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

    /// <summary>The public key as a JWK; <paramref name="withUse"/> adds <c>alg</c> RS256 and <c>use</c> sig.</summary>
    public static string PublicJwk(RSA key, string? kid, bool withUse)
    {
        var (modulus, exponent) = Numbers(PublicParameters(key));
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
    public static string Thumbprint(RSA key) => Thumbprint(PublicParameters(key));

    /// <inheritdoc cref="Thumbprint(RSA)"/>
    internal static string Thumbprint(RSAParameters key)
    {
        var (modulus, exponent) = Numbers(key);
        return Jwk.Thumbprint($"{{\"e\":\"{exponent}\",\"kty\":\"RSA\",\"n\":\"{modulus}\"}}");
    }

    /// <summary>The public key as a SubjectPublicKeyInfo in PEM.</summary>
    public static string PublicPem(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>The key of a JWK, or null when it is not a public RSA signature key of 2048 to 4096 bits.</summary>
    public static RSA? TryRead(JsonElement jwk) => TryReadParameters(jwk) is { } key ? TryCreate(key) : null;

    /// <summary>The numbers of a JWK, or null as <see cref="TryRead"/> says. They tell keys apart; a key that can
    /// verify is costly to make.</summary>
    internal static RSAParameters? TryReadParameters(JsonElement jwk)
    {
        if (!Jwk.IsPublicSignatureKey(jwk, "RSA")
            || TryReadNumber(jwk, "n") is not { } modulus
            || TryReadNumber(jwk, "e") is not { } exponent)
        {
            return null;
        }

        var key = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return IsAcceptable(key) ? key : null;
    }

    /// <summary>The key of its numbers, or null when they are those of none.</summary>
    internal static RSA? TryCreate(RSAParameters key)
    {
        try
        {
            return RSA.Create(key);
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
    internal static bool IsAcceptable(RSA key) => IsAcceptable(PublicParameters(key));

    private static bool IsAcceptable(RSAParameters key) =>
        new BigInteger(key.Modulus, isUnsigned: true, isBigEndian: true).GetBitLength()
            is >= MinimumBits and <= MaximumBits
        && key.Exponent is { Length: >= 1 and <= 8 } exponent
        && (exponent[^1] & 1) == 1
        && (exponent.Length > 1 || exponent[0] > 1);

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

    private static RSAParameters PublicParameters(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ExportParameters(includePrivateParameters: false);
    }

    private static (string Modulus, string Exponent) Numbers(RSAParameters key) =>
        (Base64UrlText.Encode(key.Modulus), Base64UrlText.Encode(key.Exponent));
}
