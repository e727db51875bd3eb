using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>
/// A document in which each object without a name has one, so that the statements of a part can be found among those of
/// the whole. Data Integrity ECDSA Cryptosuites 1.0, sections 3.4.6 to 3.4.9 (skolemisation).
/// </summary>
/// <remarks>The specification names the nodes of the expanded document and compacts it again. Here the objects of the
/// JSON get their names, and the canonical form tells whether the document still says the same: if it does not, or if
/// something stays without a name (lists, graphs), it is not taken.</remarks>
internal sealed class NamedDocument
{
    private static readonly string[] NoNodes = ["id", "@id", "@value", "@list", "@set", "@graph"];

    private readonly SecuredDocument _document;
    private readonly JsonElement _json;
    private readonly string _prefix;
    private readonly IReadOnlyDictionary<string, string> _labels;

    private NamedDocument(
        SecuredDocument document, JsonElement json, string prefix, IReadOnlyDictionary<string, string> labels)
    {
        _document = document;
        _json = json;
        _prefix = prefix;
        _labels = labels;
    }

    /// <summary>Names the objects of a document.</summary>
    /// <param name="hmacKey">Makes the labels that the proof uses out of the canonical ones (section 3.4.4).</param>
    public static Canonical<NamedDocument> Of(SecuredDocument document, byte[] hmacKey)
    {
        var canonical = document.Canonicalize(HashAlgorithmName.SHA256);
        if (canonical.Value is null || document.Unsecured is not { } json)
        {
            return new(canonical.Fault ?? new(ProofOutcome.NotCanonicalizable, "JSON"));
        }

        // Nobody can have written the hash of a text into that text.
        var prefix = $"urn:bnid:{Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(json)))}:";
        var named = Name(json, prefix);
        if (Read(document, named, prefix) is not { } dataset
            || SecuredDocument.Canonicalize(dataset, HashAlgorithmName.SHA256).Value is not { } same
            || !same.NQuads.Span.SequenceEqual(canonical.Value.NQuads.Span))
        {
            return new(new ProofVerification(ProofOutcome.Underived));
        }

        var labels = same.IssuedIdentifiers.ToDictionary(
            pair => pair.Key,
            pair => "u" + Base64UrlText.Encode(HMACSHA256.HashData(hmacKey, Encoding.UTF8.GetBytes(pair.Value))));
        return new(new NamedDocument(document, named, prefix, labels));
    }

    /// <summary>The statements of the whole, in the order of their lines under the labels of the proof.</summary>
    public IReadOnlyList<string>? Lines() => Lines(_json);

    /// <summary>The statements of the parts that pointers name; null when one leads nowhere.</summary>
    public IReadOnlyList<string>? LinesOf(IReadOnlyCollection<string> pointers) =>
        pointers.Count == 0 ? []
            : JsonSelection.TrySelect(_json, pointers) is { } part ? Lines(part)
            : null;

    /// <summary>The label that the proof uses for each canonical label of these parts alone.</summary>
    public IReadOnlyDictionary<string, string>? LabelsOf(IReadOnlyCollection<string> pointers) =>
        JsonSelection.TrySelect(_json, pointers) is { } part && Read(_document, part, _prefix) is { } dataset
            ? SecuredDocument.Canonicalize(dataset, HashAlgorithmName.SHA256).Value?.IssuedIdentifiers
                .ToDictionary(pair => pair.Value, pair => _labels[pair.Key])
            : null;

    private List<string>? Lines(JsonElement part) => Read(_document, part, _prefix) is { } dataset
        ? SortedStatements.Write(dataset, label => _labels[label])
        : null;

    /// <summary>The statements of a part, its given names taken away; null when it cannot be read or when something in
    /// it had no name.</summary>
    private static RdfDataset? Read(SecuredDocument document, JsonElement part, string prefix)
    {
        if (document.Read(part).Value is not { } dataset || dataset.Quads.Any(HasUnnamed))
        {
            return null;
        }

        RdfTerm Unname(RdfTerm term) => term is Iri iri && iri.Value.StartsWith(prefix, StringComparison.Ordinal)
            ? new BlankNode("b" + iri.Value[prefix.Length..])
            : term;

        return new([.. dataset.Quads.Select(quad => new Quad(
            Unname(quad.Subject), quad.Predicate, Unname(quad.Object),
            quad.Graph is { } graph ? Unname(graph) : null))]);
    }

    private static bool HasUnnamed(Quad quad) =>
        quad.Subject is BlankNode || quad.Object is BlankNode || quad.Graph is BlankNode;

    private static JsonElement Name(JsonElement json, string prefix)
    {
        var output = new ArrayBufferWriter<byte>();
        var count = 0;
        Write(json);
        return JsonElement.Parse(output.WrittenSpan);

        void Write(JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.Array)
            {
                output.Write("["u8);
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    output.Write(index == 0 ? ""u8 : ","u8);
                    Write(item);
                }

                output.Write("]"u8);
            }
            else if (value.ValueKind is JsonValueKind.Object)
            {
                WriteObject(value);
            }
            else
            {
                output.Write(JsonMarshal.GetRawUtf8Value(value));
            }
        }

        void WriteObject(JsonElement value)
        {
            var isNamed = Array.Exists(NoNodes, name => value.TryGetProperty(name, out _));
            output.Write(isNamed ? "{"u8 : Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{{\"@id\":\"{prefix}{count++}\"")));
            var isFirst = isNamed;
            foreach (var member in value.EnumerateObject())
            {
                output.Write(isFirst ? "\""u8 : ",\""u8);
                isFirst = false;
                output.Write(JsonMarshal.GetRawUtf8PropertyName(member));
                output.Write("\":"u8);
                if (member.NameEquals("@context"))
                {
                    output.Write(JsonMarshal.GetRawUtf8Value(member.Value));
                }
                else
                {
                    Write(member.Value);
                }
            }

            output.Write("}"u8);
        }
    }
}
