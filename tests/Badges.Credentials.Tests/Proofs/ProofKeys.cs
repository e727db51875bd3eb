using System.Security.Cryptography;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Keys;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>One key of each type, and proofs made with them.</summary>
internal static class ProofKeys
{
    private static readonly DateTimeOffset Created = new(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Each by its algorithm.</summary>
    public static IReadOnlyDictionary<string, ISigningKey> All { get; } = new ISigningKey[]
    {
        SignedExamples.PublishedKey(),
        Ed25519SigningKey.FromSeed(SHA256.HashData("proofs"u8)),
        OnCurve(ECCurve.NamedCurves.nistP256),
        OnCurve(ECCurve.NamedCurves.nistP384),
    }.ToDictionary(key => key.Algorithm);

    /// <summary>Each suite that proofs are made with, with each algorithm of it.</summary>
    public static TheoryData<string, string> MadeWith()
    {
        var data = new TheoryData<string, string>();
        foreach (var suite in Cryptosuites.All.Where(suite => !suite.IsVerifiedOnly))
        {
            foreach (var algorithm in suite.Algorithms)
            {
                data.Add(suite.Name, algorithm);
            }
        }

        return data;
    }

    public static Cryptosuite Suite(string name) => Cryptosuites.All.Single(suite => suite.Name == name);

    /// <summary>The public half, read again from the key's JWK.</summary>
    public static PublicKey Reader(string algorithm) =>
        PublicKey.TryReadJwk(RsaJwkTests.Parse(All[algorithm].PublicJwk(null)))!;

    public static string Sign(string document, Cryptosuite suite, string algorithm) => DataIntegrity.Sign(
        document, suite, All[algorithm],
        new() { VerificationMethod = "did:example:issuer#key", Created = Created }, BundledContexts.Documents);

    private static EcSigningKey OnCurve(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new(key);
    }
}
