using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Tests.Contexts;

/// <summary>Our context documents mean what the published ones mean.</summary>
public sealed class BundledContextsTests
{
    /// <summary>Ours, and the published ones where the product has none: W3C's vectors need a few.</summary>
    private static readonly Lazy<ContextDocuments> Ours = new(() => ContextDocuments.Create(
        PublishedContexts.Files.Select(each => KeyValuePair.Create(
            each.Key,
            (ReadOnlyMemory<byte>)File.ReadAllBytes(OurPath(each.Key) ?? PublishedContexts.PathOf(each.Value))))));

    /// <summary>Forerunners of the bitstring lists. The vectors do not hold their published documents.</summary>
    private static readonly string[] WithoutPublished =
        ["https://w3id.org/vc-revocation-list-2020/v1", "https://w3id.org/vc/status-list/2021/v1"];

    public static TheoryData<string> Addresses =>
        [.. KnownContexts.All.Except(WithoutPublished).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. SharedDocuments.Files()];

    [VectorsTheory]
    [MemberData(nameof(Addresses))]
    public void Document_EveryDefinition_SaysWhatThePublishedOneSays(string address)
    {
        var published = JsonNode.Parse(File.ReadAllBytes(PublishedContexts.PathOf(PublishedContexts.Files[address])))!;

        var ours = JsonNode.Parse(File.ReadAllBytes(OurPath(address)!))!;

        Assert.Equal(ContextFacts.Of(published), ContextFacts.Of(ours));
        Assert.Single(ours.AsObject());
    }

    [VectorsTheory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Deserialize_VectorOrSample_GivesTheSameUnderOursAndThePublished(string file)
    {
        if (SharedDocuments.TryRead(file) is not { ValueKind: JsonValueKind.Object } json)
        {
            return;
        }

        foreach (var options in new[] { JsonLdOptions.Default, JsonLdOptions.Safe })
        {
            Assert.Equal(Quads(json, PublishedContexts.Documents, options), Quads(json, Ours.Value, options));
        }
    }

    [VectorsFact]
    public void Files_OfVectorsAndSamples_AreReadAndSayMuch()
    {
        var quads = SharedDocuments.Files().Select(SharedDocuments.TryRead)
            .Where(json => json is { ValueKind: JsonValueKind.Object })
            .Sum(json => Quads(json!.Value, Ours.Value, JsonLdOptions.Default).Split('\n').Length - 1);

        Assert.InRange(quads, 4000, int.MaxValue);
    }

    [VectorsTheory]
    [MemberData(nameof(Addresses))]
    public void Deserialize_EveryTermUnderEveryOther_MeansTheSameInOursAndInThePublished(string address)
    {
        var published = JsonNode.Parse(File.ReadAllBytes(PublishedContexts.PathOf(PublishedContexts.Files[address])))!;

        var uses = Uses(published["@context"]!.AsObject()).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, use =>
        {
            var document = JsonSerializer.SerializeToElement(new JsonObject
            {
                ["@context"] = address,
                ["@id"] = "urn:subject",
                ["@graph"] = new JsonArray(use),
            });
            Assert.Equal(
                Quads(document, PublishedContexts.Documents, JsonLdOptions.Default),
                Quads(document, BundledContexts.Documents, JsonLdOptions.Default));
        });
    }

    [Fact]
    public void Documents_EveryKnownAddress_IsThere() =>
        Assert.All(KnownContexts.All, address => Assert.True(BundledContexts.Documents.Contains(address)));

    [Fact]
    public void Folder_EveryFile_StandsForAnAddress() => Assert.Equal(
        Directory.GetFiles(Repository.PathOf("schemas/contexts"), "*").Order(StringComparer.Ordinal),
        KnownContexts.All.Select(OurPath).Distinct().Order(StringComparer.Ordinal));

    /// <summary>For every term of a context, nodes that use it as a property, as a type and, where it has a context of
    /// its own, with everything in there: with the kinds of values that tell definitions apart.</summary>
    private static IEnumerable<JsonObject> Uses(JsonObject context)
    {
        foreach (var (term, definition) in context.Where(each => !each.Key.StartsWith('@')))
        {
            foreach (var value in Values())
            {
                yield return new() { [term] = value, ["other"] = "unknown" };
            }

            yield return new() { ["@type"] = term, [term] = "x" };
            yield return new() { ["@context"] = new JsonObject { [term] = "urn:redefined" }, [term] = "x" };
            if (definition is JsonObject scope && scope["@context"] is JsonObject inner)
            {
                foreach (var use in Uses(inner))
                {
                    yield return new() { [term] = use.DeepClone() };
                    var typed = (JsonObject)use.DeepClone();
                    typed["@type"] = typed["@type"] is { } type ? new JsonArray(term, type.DeepClone()) : term;
                    yield return typed;
                    yield return new() { ["@type"] = term, [term] = use.DeepClone() };
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Values()
    {
        yield return "text";
        yield return "https://value.example/";
        yield return "2026-01-01T00:00:00Z";
        yield return 1.5;
        yield return true;
        yield return new JsonArray("one", "two", "one");
        yield return new JsonObject { ["@id"] = "urn:v", ["@type"] = "urn:type", ["id"] = "urn:x", ["urn:p"] = "v" };
        yield return new JsonObject { ["fr"] = "texte", ["en"] = "text" };
    }

    private static string? OurPath(string address) => KnownContexts.Documents.TryGetValue(address, out var name)
        ? Repository.PathOf($"schemas/contexts/{name}.jsonld")
        : null;

    private static string Quads(JsonElement document, ContextDocuments contexts, JsonLdOptions options)
    {
        try
        {
            var dataset = JsonLdToRdf.Deserialize(document, contexts, options);
            return Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default).ToString();
        }
        catch (JsonLdException fault)
        {
            return fault.Message;
        }
    }
}
