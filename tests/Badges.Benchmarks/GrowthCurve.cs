using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.Benchmarks;

/// <summary>What canonicalising costs by the size of the document, its nodes told apart by what they say.</summary>
internal static class GrowthCurve
{
    private static readonly int[] Sizes = [10, 30, 100, 300, 1_000, 3_000, 10_000];

    public static void Print()
    {
        Console.WriteLine($"{"quads",8} {"to RDF, µs",12} {"RDFC-1.0, µs",13} {"µs a quad",10}");
        foreach (var size in Sizes)
        {
            var document = Document(size);
            var dataset = Read(document);
            var rates = Measure.Medians(
                () => Measure.Once(() => Read(document)), () => Measure.Once(() => Canonicalize(dataset)));
            var (read, canonicalized, quads) = (1e6 / rates[0], 1e6 / rates[1], dataset.Quads.Count);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{quads,8:N0} {read,12:N1} {canonicalized,13:N1} {(read + canonicalized) / quads,10:N2}"));
        }
    }

    private static RdfDataset Read(JsonElement document) =>
        JsonLdToRdf.Deserialize(document, BundledContexts.Documents, JsonLdOptions.Safe);

    private static CanonicalDataset Canonicalize(RdfDataset dataset) =>
        Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);

    /// <summary>A credential with as many items of evidence as it takes: nodes without a name, four statements
    /// each, one of them a link.</summary>
    private static JsonElement Document(int quads)
    {
        var credential = JsonNode.Parse("""
            {
              "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
              ],
              "type": ["VerifiableCredential", "OpenBadgeCredential"]
            }
            """)!.AsObject();
        credential["evidence"] = new JsonArray([.. Enumerable.Range(0, Math.Max(1, (quads - 2) / 4)).Select(
            number => (JsonNode)new JsonObject
            {
                ["type"] = new JsonArray("Evidence"),
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Evidence {number}"),
                ["narrative"] = string.Create(CultureInfo.InvariantCulture, $"What was seen, number {number}."),
            })]);
        return JsonSerializer.SerializeToElement(credential);
    }
}
