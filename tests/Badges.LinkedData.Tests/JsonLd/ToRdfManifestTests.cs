using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>The suite of JSON-LD 1.1 for Deserialize JSON-LD to RDF, by its manifest: all of it.</summary>
public sealed partial class ToRdfManifestTests
{
    private const string BaseIri = "https://w3c.github.io/json-ld-api/tests/";

    private static readonly CanonicalizationBudget Patient = new(1_000_000, 1_000);

    private static readonly Lazy<ContextDocuments> Documents = new(() => ContextDocuments.Create(
        Directory.GetFiles(Folder, "*.jsonld", SearchOption.AllDirectories).Where(IsJson).Select(file =>
            KeyValuePair.Create(
                BaseIri + Path.GetRelativePath(Folder, file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file)))));

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
        NQuadsReader.TryRead(
            BlankProperty().Replace(File.ReadAllText(Path.Combine(Folder, file)), "$1 <blank:$2> "), out var fault)
            ?? throw new InvalidDataException($"{file}: {fault}");

    /// <summary>The canonical form. A property that is a blank node, which no dataset of RDF has, becomes the object of
    /// a statement about the statement, so that it is told apart like any other.</summary>
    private static string Canonical(RdfDataset dataset) => Rdfc10.Canonicalize(
        new RdfDataset([.. dataset.Quads.SelectMany(Reify)]), HashAlgorithmName.SHA256, Patient).ToString();

    private static IEnumerable<Quad> Reify(Quad quad, int index)
    {
        var label = quad.Predicate.Value.Split("_:") is [_, var ours] ? ours
            : quad.Predicate.Value.Split("blank:") is [_, var theirs] ? theirs
            : null;
        if (label is null)
        {
            return [quad];
        }

        var statement = new BlankNode($"statement{index}");
        return
        [
            new(statement, new("rdf:subject"), quad.Subject, quad.Graph),
            new(statement, new("rdf:predicate"), new BlankNode(label), quad.Graph),
            new(statement, new("rdf:object"), quad.Object, quad.Graph),
        ];
    }

    /// <summary>A file of the suite; one of the entries names the folder that the file was taken from.</summary>
    private static JsonElement Json(string file)
    {
        var path = Path.Combine(Folder, file);
        return JsonElement.Parse(File.ReadAllBytes(
            File.Exists(path) ? path : Path.Combine(Folder, "toRdf", Path.GetFileName(file))));
    }

    [GeneratedRegex(@"^(\S+) _:(\S+) ", RegexOptions.Multiline)]
    private static partial Regex BlankProperty();

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
