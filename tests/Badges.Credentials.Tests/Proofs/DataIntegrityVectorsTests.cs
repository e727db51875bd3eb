using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Contexts;
using Badges.Credentials.Tests.Keys;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>
/// The test vectors of the Data Integrity EdDSA and ECDSA Cryptosuites, with every intermediate, and 1EdTech's. They
/// are found by their files, so that others of the same shape are run as well.
/// </summary>
public sealed class DataIntegrityVectorsTests
{
    private static string OneEdTech => Path.Combine(
        SharedData.Vectors!, "1edtech-openbadges-specification", "impl-test-vectors", "obv3p0");

    public static TheoryData<string> Folders() => [.. AllFolders()];

    public static TheoryData<string> SignedWithEd25519() =>
        [.. AllFolders().Where(folder => folder.Contains("eddsa-", StringComparison.Ordinal))];

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Steps_VectorOfTheW3C_GiveEveryIntermediate(string folder)
    {
        var signed = Json(folder, "signed*.json");
        var proof = signed.GetProperty("proof");
        var suite = Cryptosuites.Find(proof)!;
        var document = SecuredDocument.Of(signed, PublishedContexts.Documents);
        var isP384 = folder.Contains("384", StringComparison.Ordinal);
        var hash = isP384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

        var configuration = DataIntegrity.Configuration(document, proof, suite);
        var canonicalDocument = document.Transform(suite.Canonicalization, hash).Value!;
        var canonicalConfiguration = document.Configure(configuration, suite.Canonicalization, hash).Value!;
        var documentHash = document.Hash(suite.Canonicalization, hash).Value!;
        var configurationHash = CryptographicOperations.HashData(hash, canonicalConfiguration);

        Assert.Equal(Text(folder, "canonDoc*"), Encoding.UTF8.GetString(canonicalDocument));
        Assert.Equal(Text(folder, "proofCanon*"), Encoding.UTF8.GetString(canonicalConfiguration));
        Assert.Equal(Text(folder, "docHash*"), Convert.ToHexStringLower(documentHash));
        Assert.Equal(Text(folder, "proofHash*"), Convert.ToHexStringLower(configurationHash));
        Assert.Equal(
            Text(folder, "combinedHash*"), Convert.ToHexStringLower([.. configurationHash, .. documentHash]));
        Assert.Equal(Text(folder, "sigBTC58*"), proof.GetProperty("proofValue").GetString());
        Assert.Equal(
            Text(folder, "sigHex*"),
            Convert.ToHexStringLower(Base58.TryDecode(proof.GetProperty("proofValue").GetString().AsSpan(1))!));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_VectorOfTheW3C_IsVerifiedAndNothingElseIs(string folder)
    {
        var signed = Json(folder, "signed*.json");
        var changed = signed.GetRawText().Replace("2023-", "2024-", StringComparison.Ordinal);

        Assert.Equal(new(ProofOutcome.Verified), Verify(signed));
        Assert.Equal(new(ProofOutcome.WrongSignature), Verify(JsonElement.Parse(changed)));
    }

    [VectorsTheory]
    [MemberData(nameof(SignedWithEd25519), DisableDiscoveryEnumeration = true)]
    public void Sign_VectorOfTheW3CWithEd25519_GivesItsSignature(string folder)
    {
        var signed = Json(folder, "signed*.json");
        var proof = signed.GetProperty("proof");
        using var key = W3cKeys.Ed25519();

        var ours = DataIntegrity.Sign(
            JsonMembers.Without(signed, "proof").GetRawText(), Cryptosuites.Find(proof)!, key,
            Options(proof), PublishedContexts.Documents);

        Assert.Equal(
            proof.GetProperty("proofValue").GetString(),
            JsonElement.Parse(ours).GetProperty("proof")[0].GetProperty("proofValue").GetString());
    }

    [VectorsFact]
    public void Steps_VectorOf1EdTech_GiveItsCanonicalDocumentsAndItsSignatureHolds()
    {
        var signed = Json(OneEdTech, "signed-credential.json");
        var proof = ProofOf(signed);
        var document = SecuredDocument.Of(signed, PublishedContexts.Documents);

        var canonical = document.Transform(Canonicalization.Rdfc, HashAlgorithmName.SHA256).Value!;
        var configuration = document.Configure(
            DataIntegrity.Configuration(document, proof, Cryptosuites.EddsaRdfc2022), Canonicalization.Rdfc,
            HashAlgorithmName.SHA256).Value!;

        Assert.Equal(Text(OneEdTech, "document-canon.txt"), Encoding.UTF8.GetString(canonical));
        Assert.Equal(Text(OneEdTech, "proof-canon.txt"), Encoding.UTF8.GetString(configuration));
        Assert.Equal("87f65a76", Convert.ToHexStringLower(SHA256.HashData(canonical).AsSpan(..4)));
        Assert.Equal("d34009ce", Convert.ToHexStringLower(SHA256.HashData(configuration).AsSpan(..4)));
        Assert.Equal(new(ProofOutcome.Verified), Verify(signed));
    }

    /// <summary>The key is the one that the implementation guide prints.</summary>
    [VectorsFact]
    public void Sign_VectorOf1EdTech_GivesItsSignature()
    {
        using var key = Ed25519SigningKey.FromSeed(
            Convert.FromHexString("6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4"));
        var unsigned = File.ReadAllText(Path.Combine(OneEdTech, "unsigned-credential.json"));
        var proof = ProofOf(Json(OneEdTech, "signed-credential.json"));

        var ours = DataIntegrity.Sign(
            unsigned, Cryptosuites.EddsaRdfc2022, key, Options(proof), PublishedContexts.Documents);

        Assert.Equal("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi", key.Multikey);
        Assert.True(JsonElement.DeepEquals(proof, JsonElement.Parse(ours).GetProperty("proof")[0]));
    }

    [VectorsFact]
    public void Verify_GoldenSets_AreVerifiedAndCanonicalAsGiven()
    {
        var folder = Path.Combine(
            SharedData.Vectors!, "1edtech-openbadges-specification", "examples", "golden-eddsa-rdfc-2022");
        var names = Directory.GetFiles(folder, "*.signed.json").Select(file => Path.GetFileName(file)[..^12]).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name =>
        {
            var signed = Json(folder, $"{name}.signed.json");
            var document = SecuredDocument.Of(signed, PublishedContexts.Documents);
            var configuration = DataIntegrity.Configuration(document, ProofOf(signed), Cryptosuites.EddsaRdfc2022);

            Assert.Equal(
                File.ReadAllText(Path.Combine(folder, $"{name}.nq")),
                Encoding.UTF8.GetString(document.Transform(Canonicalization.Rdfc, HashAlgorithmName.SHA256).Value!));
            Assert.Equal(
                File.ReadAllText(Path.Combine(folder, $"{name}.proof.nq")),
                Encoding.UTF8.GetString(document.Configure(
                    configuration, Canonicalization.Rdfc, HashAlgorithmName.SHA256).Value!));
            Assert.Equal(new(ProofOutcome.Verified), Verify(signed));
        });
    }

    private static ProofVerification Verify(JsonElement signed)
    {
        var proof = ProofOf(signed);
        var method = proof.GetProperty("verificationMethod").GetString()!;
        using var key = PublicKey.TryReadMultikey(method[(method.LastIndexOfAny(['#', ':']) + 1)..])!;
        return DataIntegrity.Verify(SecuredDocument.Of(signed, PublishedContexts.Documents), proof, key);
    }

    private static JsonElement ProofOf(JsonElement signed) =>
        signed.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list ? list[0] : signed.GetProperty("proof");

    private static ProofOptions Options(JsonElement proof) => new()
    {
        VerificationMethod = proof.GetProperty("verificationMethod").GetString()!,
        Created = proof.GetProperty("created").GetDateTimeOffset(),
        ProofPurpose = proof.GetProperty("proofPurpose").GetString()!,
    };

    private static IEnumerable<string> AllFolders() => SharedData.Vectors is not { } root ? []
        : from suites in new[] { "w3c-vc-di-eddsa", "w3c-vc-di-ecdsa" }
          from file in Directory.GetFiles(Path.Combine(root, suites), "proofConfig*.json", SearchOption.AllDirectories)
          select Path.GetDirectoryName(file)!;

    private static JsonElement Json(string folder, string pattern) => JsonElement.Parse(Text(folder, pattern));

    private static string Text(string folder, string pattern) =>
        File.ReadAllText(Directory.GetFiles(folder, pattern).Single());
}
