using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Jcs;
using Badges.LinkedData.JsonLd;

namespace Badges.Benchmarks;

/// <summary>Ours beside others' in one run, one core each, in turn, and what bounds ours.</summary>
internal static class PeersTable
{
    private const int PictureLength = 110_000;

    public static int Print()
    {
        var credential = ExampleCredential.Create().ToJson();
        var document = JsonElement.Parse(credential);
        var png = ExamplePicture.DrawOf(PictureLength);
        var (peer, problem) = NodePeer.Start(document, Contexts(), png);
        if (peer is null)
        {
            Console.Error.WriteLine(problem);
            return 1;
        }

        using (peer)
        {
            var size = Encoding.UTF8.GetByteCount(credential);
            Console.WriteLine($"A credential of {size} bytes, {Dataset(document).Quads.Count} quads.");
            Console.WriteLine(
                $"{"work",-16} {"ours/s",10} {"peer/s",10} {"ratio",8} {"bound/s",10} {"of bound",9}  bound");
            foreach (var work in Works(credential, document, png))
            {
                PrintLine(work, peer);
            }
        }

        return 0;
    }

    private static void PrintLine(Work work, NodePeer peer)
    {
        var rates = Measure.Medians(
            () => Measure.Once(work.Ours), () => peer.PerSecond(work.Name), () => Measure.Once(work.Floor));
        var (ours, theirs, bound) = (rates[0], rates[1], rates[2]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{work.Name,-16} {ours,10:N0} {theirs,10:N0} {ours / theirs,8:N1} {bound,10:N0} {ours / bound,9:P0}")
            + $"  {work.Bound}");
    }

    private static IEnumerable<Work> Works(string credential, JsonElement document, byte[] png)
    {
        var utf8 = Encoding.UTF8.GetBytes(credential);
        var key = Ed25519SigningKey.FromSeed(SHA256.HashData("benchmark"u8));
        var options = new ProofOptions
        {
            VerificationMethod = $"{document.GetProperty("issuer").GetProperty("id").GetString()}#{key.Multikey}",
            Created = DateTimeOffset.UnixEpoch,
        };
        string Sign() => DataIntegrity.Sign(
            credential, Cryptosuites.EddsaRdfc2022, key, options, BundledContexts.Documents);
        var signed = Sign();
        var publicKey = PublicKey.TryReadMultikey(key.Multikey)!;
        var hash = new byte[64];
        var signature = key.Sign(hash);
        var canonical = Canonicalize(document);

        yield return new("canonicalize", () => Canonicalize(JsonElement.Parse(utf8)), "parsing and SHA-256", () =>
        {
            JsonElement.Parse(utf8);
            SHA256.HashData(canonical);
        });
        yield return new("issue", () => Sign(), "the Ed25519 signature", () => key.Sign(hash));
        yield return new(
            "verify", () => Verify(signed, publicKey), "the Ed25519 verification", () => key.Verify(hash, signature));
        yield return new(
            "jcs", () => JsonCanonicalization.Canonicalize(utf8), "parsing", () => JsonElement.Parse(utf8));
        yield return new(
            "bake", () => PngBaking.Bake(png, signed, null), "copying the bytes", () => _ = png.AsSpan().ToArray());
    }

    private static byte[] Canonicalize(JsonElement document) => Rdfc10.Canonicalize(
        Dataset(document), HashAlgorithmName.SHA256, CanonicalizationBudget.Default).NQuads.ToArray();

    private static LinkedData.Rdf.RdfDataset Dataset(JsonElement document) =>
        JsonLdToRdf.Deserialize(document, BundledContexts.Documents, JsonLdOptions.Safe);

    private static void Verify(string signed, PublicKey key)
    {
        var document = JsonElement.Parse(signed);
        var secured = SecuredDocument.Of(document, BundledContexts.Documents);
        if (DataIntegrity.Verify(secured, document.GetProperty("proof")[0], key).Outcome is not ProofOutcome.Verified)
        {
            throw new InvalidOperationException("What was signed does not verify.");
        }
    }

    /// <summary>The contexts that the peer needs, by address.</summary>
    public static Dictionary<string, JsonElement> Contexts() => new Dictionary<string, string>
    {
        [KnownContexts.DataModel2] = "credentials-v2",
        [KnownContexts.OpenBadges3] = "ob-v3p0-3.0.3",
        [KnownContexts.DataIntegrity2] = "data-integrity-v2",
        ["https://w3id.org/security/multikey/v1"] = "multikey-v1",
        ["https://www.w3.org/ns/did/v1"] = "did-v1",
        ["https://w3id.org/security/jwk/v1"] = "jwk-v1",
    }.ToDictionary(
        each => each.Key,
        each => JsonElement.Parse(File.ReadAllBytes(RepositoryRoot.PathOf($"schemas/contexts/{each.Value}.jsonld"))));

    private sealed record Work(string Name, Action Ours, string Bound, Action Floor);
}
