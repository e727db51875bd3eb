using System.Security.Cryptography;
using System.Text;
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
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var members = $"{{\"crv\":\"{CurveName(key)}\",\"kty\":\"EC\",\"x\":\"{Base64UrlText.Encode(point.X)}\","
            + $"\"y\":\"{Base64UrlText.Encode(point.Y)}\"}}";
        return Base64UrlText.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(members)));
    }

    /// <summary>The public key as a JWK, with <c>alg</c> and <c>use</c>.</summary>
    internal static string PublicJwk(ECPoint point, string algorithm, string? kid)
    {
        var curve = algorithm == JwsAlgorithms.Es256 ? "P-256" : "P-384";
        var name = kid is null ? string.Empty : $",\"kid\":{CredentialJson.Quote(kid)}";
        return $"{{\"kty\":\"EC\",\"crv\":\"{curve}\",\"x\":\"{Base64UrlText.Encode(point.X)}\","
            + $"\"y\":\"{Base64UrlText.Encode(point.Y)}\"{name},\"alg\":\"{algorithm}\",\"use\":\"sig\"}}";
    }

    /// <summary>The key of a JWK, or null when it is not a public signature key on P-256 or P-384.</summary>
    public static ECDsa? TryRead(JsonElement jwk)
    {
        if (!RsaJwk.IsPublicSignatureKey(jwk, "EC"))
        {
            return null;
        }

        var (curve, length) = JsonStrings.TryGet(jwk, "crv") switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            _ => (default, 0),
        };
        if (length == 0
            || Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "x")) is not { } x || x.Length != length
            || Base64UrlText.TryDecode(JsonStrings.TryGet(jwk, "y")) is not { } y || y.Length != length)
        {
            return null;
        }

        try
        {
            return ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } });
        }
        catch (CryptographicException)
        {
            return null; // the point is not on the curve
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

    /// <summary>The curve's JOSE name, or null for a curve that is not accepted here.</summary>
    internal static string? CurveName(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value switch
        {
            "1.2.840.10045.3.1.7" => "P-256",
            "1.3.132.0.34" => "P-384",
            _ => null,
        };
}
