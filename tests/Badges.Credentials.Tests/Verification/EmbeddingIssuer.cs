using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The issuer of <see cref="SigningIssuer"/> with an Ed25519 key, a P-256 and a P-384 key in its document: puts
/// proofs into badges and lists.</summary>
internal static class EmbeddingIssuer
{
    public const string Did = SigningIssuer.Did;

    private static readonly DateTimeOffset Created = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);

    public static Ed25519SigningKey Key { get; } = Ed25519SigningKey.FromSeed(SHA256.HashData("issuer"u8));

    public static Ed25519SigningKey OtherKey { get; } = Ed25519SigningKey.FromSeed(SHA256.HashData("other"u8));

    public static EcSigningKey P256 { get; } = MakeKey(ECCurve.NamedCurves.nistP256);

    public static EcSigningKey P384 { get; } = MakeKey(ECCurve.NamedCurves.nistP384);

    /// <summary>The key's identifier below the issuer's: the fragment is the key itself.</summary>
    public static string Method { get; } = $"{Did}#{Key.Multikey}";

    /// <summary>Adds a proof of the issuer.</summary>
    public static string Sign(JsonObject badge) => Sign(badge.ToJsonString(), Cryptosuites.EddsaRdfc2022, Key, Method);

    /// <summary>Adds a proof of any suite and key.</summary>
    public static string Sign(string badge, Cryptosuite suite, ISigningKey key, string method) => DataIntegrity.Sign(
        badge, suite, key, new() { VerificationMethod = method, Created = Created }, BundledContexts.Documents);

    /// <summary>A badge with a change made after it was signed.</summary>
    public static string SignAndChange(Action<JsonObject> change) => Sign(SigningIssuer.Badge()).Changed(change);

    /// <summary>A status list with a proof of any key.</summary>
    public static string StatusList(
        bool isSet = false, Action<JsonObject>? change = null, Ed25519SigningKey? key = null, string? method = null)
    {
        var bits = BitstringStatusList.Empty();
        if (isSet)
        {
            BitstringStatusList.Set(bits, SigningIssuer.Index);
        }

        var list = JsonNode.Parse(new BitstringStatusListCredential
        {
            Id = SigningIssuer.List,
            Issuer = Did,
            ValidFrom = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            EncodedList = BitstringStatusList.Encode(bits),
        }.ToJson())!.AsObject();
        change?.Invoke(list);
        return Sign(list.ToJsonString(), Cryptosuites.EddsaRdfc2022, key ?? Key, method ?? Method);
    }

    /// <summary>All that the issuer publishes.</summary>
    public static ArchivedWeb Web() => new ArchivedWeb()
        .Add(SigningIssuer.DidDocument, Controller())
        .Add(SigningIssuer.KeyAddress, SigningIssuer.Key.PublicJwk(SigningIssuer.KeyAddress))
        .Add(SigningIssuer.List, StatusList());

    /// <summary>The issuer's document: its RSA key, and each other one as a Multikey.</summary>
    private static string Controller() => SigningIssuer.Controller(document =>
    {
        foreach (var multikey in new[] { Key.Multikey, P256.Multikey, P384.Multikey })
        {
            document["verificationMethod"]!.AsArray().Add(new JsonObject
            {
                ["id"] = $"{Did}#{multikey}",
                ["type"] = "Multikey",
                ["controller"] = Did,
                ["publicKeyMultibase"] = multikey,
            });
            document["assertionMethod"]!.AsArray().Add($"{Did}#{multikey}");
        }
    });

    private static EcSigningKey MakeKey(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new EcSigningKey(key);
    }
}
