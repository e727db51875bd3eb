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
    private static readonly string[] Folders = ["1edtech-openbadges-specification", "1edtech-validator", "w3c-vc-data-model"];

    public static TheoryData<string> Addresses => [.. KnownContexts.All.Order(StringComparer.Ordinal)];

    public static TheoryData<string> JsonFiles()
    {
        var files = new TheoryData<string>();
        foreach (var folder in Folders.Select(name => SharedData.Vectors is { } root ? Path.Combine(root, name) : null)
            .Append(SharedData.Samples).OfType<string>())
        {
            foreach (var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories))
            {
                files.Add(file);
            }
        }

        return files;
    }

    [VectorsTheory]
    [MemberData(nameof(JsonFiles), DisableDiscoveryEnumeration = true)]
    public void Deserialize_VectorOrSample_GivesTheSameUnderOursAndThePublished(string file)
    {
        if (TryParse(File.ReadAllBytes(file)) is not { ValueKind: JsonValueKind.Object } json)
        {
            return;
        }

        foreach (var options in new[] { JsonLdOptions.Default, JsonLdOptions.Safe })
        {
            var ours = Quads(json, BundledContexts.Documents, options);

            if (Unknown(ours) is { } address)
            {
                Assert.DoesNotContain(address, KnownContexts.All);
            }
            else
            {
                Assert.Equal(Quads(json, PublishedContexts.Documents, options), ours);
            }
        }
    }

    [VectorsTheory]
    [MemberData(nameof(Addresses))]
    public void EveryTerm_UnderEveryOther_MeansTheSameInOursAndInThePublished(string address)
    {
        var published = JsonNode.Parse(File.ReadAllBytes(PublishedContexts.PathOf(PublishedContexts.Files[address])))!;

        var uses = Uses(published["@context"]!).ToList();

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

    /// <summary>For every term of a context, nodes that use it as a property, as a type and, where it has a context of its
    /// own, with everything in there: with the kinds of values that tell definitions apart.</summary>
    private static IEnumerable<JsonObject> Uses(JsonNode context)
    {
        var definitions = context switch
        {
            JsonArray list => list.OfType<JsonObject>().SelectMany(each => each),
            JsonObject one => one,
            _ => [],
        };
        foreach (var (term, definition) in definitions)
        {
            if (term.StartsWith('@'))
            {
                continue;
            }

            foreach (var value in Values())
            {
                yield return new() { [term] = value, ["other"] = "unknown" };
            }

            yield return new() { ["@type"] = term, [term] = "x" };
            if (definition is JsonObject scope && scope["@context"] is { } inner)
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
        yield return new JsonObject { ["@id"] = "urn:value", ["@type"] = "urn:type", ["id"] = "urn:x", ["urn:p"] = "v" };
        yield return new JsonObject { ["fr"] = "texte", ["en"] = "text" };
    }

    /// <summary>The address of the context that was looked for in vain, or null.</summary>
    private static string? Unknown(string quads) =>
        quads.Split($"{JsonLdErrorCodes.LoadingRemoteContextFailed}: ") is [_, var address] ? address : null;

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

    private static JsonElement? TryParse(byte[] json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
