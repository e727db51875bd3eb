using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Keys;

namespace Badges.Interop.Tests;

/// <summary>New keys of each type, and how an issuer publishes them.</summary>
internal static class Keys
{
    public static ISigningKey New(string algorithm)
    {
        switch (algorithm)
        {
            case "EdDSA":
                return Ed25519SigningKey.FromSeed(RandomNumberGenerator.GetBytes(32));
            case "ES256" or "ES384":
                var curve = algorithm == "ES256" ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384;
                using (var ec = ECDsa.Create(curve))
                {
                    return new EcSigningKey(ec);
                }

            case "RS256":
                using (var rsa = RSA.Create(2048))
                {
                    return new RsaSigningKey(rsa);
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "is not signed with");
        }
    }

    /// <summary>The documents of the keys and of their controller, by address.</summary>
    public static Dictionary<string, object> Publish(string controller, params ISigningKey[] keys)
    {
        var documents = new Dictionary<string, object>();
        foreach (var key in keys)
        {
            documents[MethodOf(controller, key)] = new Dictionary<string, object>
            {
                ["@context"] = "https://w3id.org/security/multikey/v1",
                ["id"] = MethodOf(controller, key),
                ["type"] = "Multikey",
                ["controller"] = controller,
                ["publicKeyMultibase"] = MultikeyOf(key),
            };
        }

        documents[controller] = new Dictionary<string, object>
        {
            ["@context"] = new[] { "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1" },
            ["id"] = controller,
            ["assertionMethod"] = documents.Keys.ToArray(),
        };
        return documents;
    }

    /// <summary>The key that the referee signed with.</summary>
    public static PublicKey Of(JsonElement answer)
    {
        var method = answer.GetProperty("documents").GetProperty(answer.GetProperty("verificationMethod").GetString()!);
        return PublicKey.TryReadMultikey(method.GetProperty("publicKeyMultibase").GetString()!)!;
    }

    /// <summary>The name of a key: its controller's, and itself as the fragment.</summary>
    public static string MethodOf(string controller, ISigningKey key) => $"{controller}#{MultikeyOf(key)}";

    private static string MultikeyOf(ISigningKey key) => key switch
    {
        Ed25519SigningKey ed25519 => ed25519.Multikey,
        EcSigningKey ec => ec.Multikey,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "has no Multikey"),
    };
}
