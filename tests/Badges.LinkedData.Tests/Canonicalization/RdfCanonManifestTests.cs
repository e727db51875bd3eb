using System.Security.Cryptography;
using System.Text.Json;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Canonicalization;

/// <summary>The suite of RDF Dataset Canonicalization 1.0, by its manifest: all of it.</summary>
public sealed class RdfCanonManifestTests
{
    private static string Folder => Path.Combine(SharedData.Vectors!, "w3c-rdf-canon");

    public static TheoryData<string> Entries()
    {
        var entries = new TheoryData<string>();
        if (SharedData.Vectors is not null)
        {
            foreach (var entry in Manifest().GetProperty("entries").EnumerateArray())
            {
                entries.Add(entry.GetProperty("id").GetString()!);
            }
        }

        return entries;
    }

    [VectorsTheory]
    [MemberData(nameof(Entries), DisableDiscoveryEnumeration = true)]
    public void Canonicalize_ManifestEntry_GivesWhatItSays(string id)
    {
        var entry = Manifest().GetProperty("entries").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == id);
        var dataset = Read(entry.GetProperty("action").GetString()!);
        var hash = entry.TryGetProperty("hashAlgorithm", out var name) && name.GetString() == "SHA384"
            ? HashAlgorithmName.SHA384
            : HashAlgorithmName.SHA256;
        CanonicalDataset Canonicalize() => Rdfc10.Canonicalize(dataset, hash, CanonicalizationBudget.Default);

        switch (entry.GetProperty("type").GetString())
        {
            case "rdfc:RDFC10NegativeEvalTest":
                Assert.Throws<CanonicalizationBudgetException>(Canonicalize);
                break;
            case "rdfc:RDFC10MapTest":
                var expected = JsonSerializer.Deserialize<Dictionary<string, string>>(
                    Text(entry.GetProperty("result").GetString()!))!;
                Assert.Equal(
                    expected.OrderBy(each => each.Key, StringComparer.Ordinal),
                    Canonicalize().IssuedIdentifiers.OrderBy(each => each.Key, StringComparer.Ordinal));
                break;
            default:
                Assert.Equal(Text(entry.GetProperty("result").GetString()!), Canonicalize().ToString());
                break;
        }
    }

    private static RdfDataset Read(string file) => NQuadsReader.TryRead(Text(file), out var fault)
        ?? throw new InvalidDataException($"{file}: {fault}");

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static JsonElement Manifest() => JsonElement.Parse(Text("manifest.jsonld"));
}
