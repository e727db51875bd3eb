using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Keys;

/// <summary>Elliptic-curve public keys on P-256 and P-384 as JWK (RFC 7518 section 6.2, RFC 7638).</summary>
public static class EcJwk
{
    /// <summary>The key's SHA-256 thumbprint in base64url (RFC 7638, section 3).</summary>
    public static string Thumbprint(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Thumbprint(key.ExportParameters(includePrivateParameters: false));
    }

    /// <inheritdoc cref="Thumbprint(ECDsa)"/>
    internal static string Thumbprint(ECParameters key) => Jwk.Thumbprint(
        $"{{\"crv\":\"{CurveName(key.Curve)}\",\"kty\":\"EC\",\"x\":\"{Base64UrlText.Encode(key.Q.X)}\","
        + $"\"y\":\"{Base64UrlText.Encode(key.Q.Y)}\"}}");

    /// <summary>The public key as a JWK, with <c>alg</c> and <c>use</c>.</summary>
    internal static string PublicJwk(ECPoint point, string algorithm, string? kid)
    {
        var curve = algorithm == JwsAlgorithms.Es256 ? "P-256" : "P-384";
        var name = kid is null ? string.Empty : $",\"kid\":{CredentialJson.Quote(kid)}";
        return $"{{\"kty\":\"EC\",\"crv\":\"{curve}\",\"x\":\"{Base64UrlText.Encode(point.X)}\","
            + $"\"y\":\"{Base64UrlText.Encode(point.Y)}\"{name},\"alg\":\"{algorithm}\",\"use\":\"sig\"}}";
    }

    /// <summary>The key of a JWK, or null when it is not a public signature key on P-256 or P-384.</summary>
    public static ECDsa? TryRead(JsonElement jwk) => TryReadParameters(jwk) is { } key ? TryCreate(key) : null;

    /// <summary>The curve and the point of a JWK, or null when it is not a public signature key on P-256 or P-384.
    /// Whether the point is on the curve is not looked at: they tell keys apart, a key that can verify is costly to
    /// make.</summary>
    internal static ECParameters? TryReadParameters(JsonElement jwk)
    {
        var (curve, length) = JsonStrings.TryGet(jwk, "crv") switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            _ => (default, -1),
        };
        return Jwk.IsPublicSignatureKey(jwk, "EC")
            && Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "x")) is { } x && x.Length == length
            && Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "y")) is { } y && y.Length == length
                ? new ECParameters { Curve = curve, Q = new() { X = x, Y = y } }
                : null;
    }

    /// <summary>The key of a curve and a point, or null when the point is not on it.</summary>
    internal static ECDsa? TryCreate(ECParameters key)
    {
        try
        {
            return ECDsa.Create(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The key of a SubjectPublicKeyInfo, or null when it is none on P-256 or P-384 (RFC 5480, section
    /// 2).</summary>
    internal static ECDsa? TryRead(ReadOnlySpan<byte> der)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der, out var length);
            if (length == der.Length && CurveName(key) is not null)
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            // not a key on a curve, or not a point of it
        }

        key.Dispose();
        return null;
    }

    /// <summary>The only JWS algorithm of a key (RFC 7518, section 3.4), or null for a curve that is not accepted
    /// here.</summary>
    internal static string? Algorithm(ECParameters key) => CurveName(key.Curve) switch
    {
        "P-256" => JwsAlgorithms.Es256,
        "P-384" => JwsAlgorithms.Es384,
        _ => null,
    };

    /// <summary>The curve's JOSE name, or null for a curve that is not accepted here.</summary>
    internal static string? CurveName(ECDsa key) =>
        CurveName(key.ExportParameters(includePrivateParameters: false).Curve);

    private static string? CurveName(ECCurve curve) => curve.Oid.Value switch
    {
        "1.2.840.10045.3.1.7" => "P-256",
        "1.3.132.0.34" => "P-384",
        _ => null,
    };
}
