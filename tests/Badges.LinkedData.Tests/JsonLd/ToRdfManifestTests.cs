using System.Security.Cryptography;
using System.Text.Json;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>The suite of JSON-LD 1.1 for Deserialize JSON-LD to RDF, by its manifest: all of it.</summary>
public sealed class ToRdfManifestTests
{
    private const string BaseIri = "https://w3c.github.io/json-ld-api/tests/";

    private static readonly CanonicalizationBudget Patient = new(1_000_000, 1_000);

    private static readonly Lazy<ContextDocuments> Documents = new(() => ContextDocuments.Create(
        Directory.GetFiles(Path.Combine(Folder, "toRdf"), "*.jsonld").Where(IsJson).Select(file => KeyValuePair.Create(
            $"{BaseIri}toRdf/{Path.GetFileName(file)}", (ReadOnlyMemory<byte>)File.ReadAllBytes(file)))));

    private static string Folder => Path.Combine(SharedData.Vectors!, "w3c-json-ld-api");

    public static TheoryData<string> Entries()
    {
        var entries = new TheoryData<string>();
        if (SharedData.Vectors is not null)
        {
            foreach (var entry in Manifest().GetProperty("sequence").EnumerateArray())
            {
                entries.Add(entry.GetProperty("@id").GetString()!);
            }
        }

        return entries;
    }

    [VectorsTheory]
    [MemberData(nameof(Entries), DisableDiscoveryEnumeration = true)]
    public void Deserialize_ManifestEntry_GivesWhatItSays(string id)
    {
        var entry = Manifest().GetProperty("sequence").EnumerateArray()
            .Single(each => each.GetProperty("@id").GetString() == id);
        var input = entry.GetProperty("input").GetString()!;

        if (entry.TryGetProperty("expectErrorCode", out var code))
        {
            var fault = Assert.Throws<JsonLdException>(() => Read(input, entry));
            Assert.Equal(code.GetString(), fault.Code);
        }
        else if (entry.TryGetProperty("expect", out var expect))
        {
            Assert.Equal(Canonical(Expected(expect.GetString()!)), Canonical(Read(input, entry)));
        }
        else
        {
            Assert.NotNull(Read(input, entry)); // a syntax test
        }
    }

    private static RdfDataset Read(string input, JsonElement entry)
    {
        var option = entry.TryGetProperty("option", out var given) ? given : default;
        string? Text(string name) => option.ValueKind is JsonValueKind.Object && option.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
        var options = new JsonLdOptions
        {
            Base = Text("base") ?? BaseIri + input,
            IsVersion10 = (Text("processingMode") ?? Text("specVersion")) == "json-ld-1.0",
            IsGeneralized = option.ValueKind is JsonValueKind.Object
                && option.TryGetProperty("produceGeneralizedRdf", out var generalized) && generalized.GetBoolean(),
            Direction = Text("rdfDirection") switch
            {
                "i18n-datatype" => RdfDirection.I18nDatatype,
                "compound-literal" => RdfDirection.CompoundLiteral,
                _ => RdfDirection.None,
            },
            ExpandContext = Text("expandContext") is { } context ? Json(context) : null,
        };
        return JsonLdToRdf.Deserialize(Json(input), Documents.Value, options);
    }

    private static RdfDataset Expected(string file) =>
        NQuadsReader.TryRead(File.ReadAllText(Path.Combine(Folder, file)), out var fault)
            ?? throw new InvalidDataException($"{file}: {fault}");

    private static string Canonical(RdfDataset dataset) =>
        Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, Patient).ToString();

    private static JsonElement Json(string file) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));

    private static JsonElement Manifest() => Json("toRdf-manifest.jsonld");

    private static bool IsJson(string file)
    {
        try
        {
            JsonElement.Parse(File.ReadAllBytes(file));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
