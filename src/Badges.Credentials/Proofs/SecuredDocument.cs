using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Jcs;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.Credentials.Proofs;

/// <summary>
/// A document that proofs are made over or verified against: what it says without its proofs, as RDF and as JSON, in
/// canonical form. Each is worked out once, however many proofs there are. Data Integrity 1.0, section 4.
/// </summary>
public sealed class SecuredDocument
{
    // The direction of a text is in its datatype, or a proof would not cover it: what the suites of others do too.
    private static readonly JsonLdOptions Lossless = JsonLdOptions.Safe with { Direction = RdfDirection.I18nDatatype };

    private readonly ContextDocuments _contexts;
    private readonly Lazy<Canonical<RdfDataset>> _dataset;
    private readonly Lazy<byte[]?> _jcs;
    private readonly ConcurrentDictionary<(Canonicalization, HashAlgorithmName), Canonical<byte[]>> _hashes = [];

    // Null when it is not I-JSON: then nothing can be signed or verified.
    private readonly JsonElement? _document;

    // The proofs that the next one of a chain is made over, as an array in JSON.
    private readonly JsonElement? _previous;

    private SecuredDocument(JsonElement? document, ContextDocuments contexts, JsonElement? previous = null)
    {
        _document = document;
        _contexts = contexts;
        _previous = previous;
        _dataset = new(() => Unsecured is { } json
            ? Read(json)
            : new(new ProofVerification(ProofOutcome.NotCanonicalizable, "JSON")));
        _jcs = new(() => Unsecured is { } json ? Jcs(json) : null);
    }

    internal JsonElement? Context =>
        _document is { } json && json.TryGetProperty("@context", out var context) ? context : null;

    /// <summary>Takes a document, an object in JSON. Contexts that it names are looked up, never fetched.</summary>
    /// <exception cref="ArgumentException">The document is not an object.</exception>
    public static SecuredDocument Of(JsonElement document, ContextDocuments contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        return document.ValueKind is JsonValueKind.Object
            ? new(IJson.TryParse(JsonMarshal.GetRawUtf8Value(document)), contexts)
            : throw new ArgumentException("A secured document is an object.", nameof(document));
    }

    /// <summary>What the document would lose on the way to RDF, or why it cannot be made into RDF at all; null when all
    /// that it says is kept.</summary>
    public string? FindLoss() => _dataset.Value.Fault?.Subject;

    /// <summary>The same document under the contexts of a proof, which the document's own prolong.</summary>
    internal SecuredDocument With(JsonElement context) =>
        _document is not { } json || (Context is { } own && JsonElement.DeepEquals(own, context))
            ? this
            : new(JsonMembers.WithFirst(json, "@context", context, "@context"), _contexts, _previous);

    /// <summary>The same document with these proofs in it: what the next proof of a chain is made over (section
    /// 4.5).</summary>
    internal SecuredDocument Following(IReadOnlyList<JsonElement> proofs) =>
        new(_document, _contexts, JsonElement.Parse($"[{string.Join(',', proofs.Select(each => each.GetRawText()))}]"));

    /// <summary>The document without its proofs, but with those that a proof of a chain is made over; null when it is
    /// not I-JSON.</summary>
    internal JsonElement? Unsecured => _document is { } json
        ? JsonMembers.WithFirst(json, "proof", _previous, "proof")
        : null;

    /// <summary>What the document says, as RDF.</summary>
    internal Canonical<RdfDataset> Dataset => _dataset.Value;

    /// <summary>The document as RDF, in canonical form.</summary>
    internal Canonical<CanonicalDataset> Canonicalize(HashAlgorithmName hash) => Canonicalize(_dataset.Value, hash);

    /// <summary>Transformation of the document (section 3.2.3 of the suites): its canonical form, UTF-8.</summary>
    internal Canonical<byte[]> Transform(Canonicalization canonicalization, HashAlgorithmName hash) =>
        canonicalization is Canonicalization.Jcs ? Of(_jcs.Value) : Of(Canonicalize(hash));

    /// <summary>Proof configuration (section 3.2.5 of the suites), canonical as the document is.</summary>
    internal Canonical<byte[]> Configure(
        JsonElement configuration, Canonicalization canonicalization, HashAlgorithmName hash) =>
        canonicalization is Canonicalization.Jcs
            ? Of(Jcs(configuration))
            : Of(Canonicalize(Read(configuration), hash));

    /// <summary>The hash of the transformed document (section 3.2.4 of the suites), worked out once.</summary>
    internal Canonical<byte[]> Hash(Canonicalization canonicalization, HashAlgorithmName hash) =>
        _hashes.GetOrAdd((canonicalization, hash), _ => Transform(canonicalization, hash).HashedBy(hash));

    /// <summary>A document under the same contexts, as RDF.</summary>
    internal Canonical<RdfDataset> Read(JsonElement document)
    {
        try
        {
            return new(JsonLdToRdf.Deserialize(document, _contexts, Lossless));
        }
        catch (JsonLdException fault)
        {
            return new(new ProofVerification(ProofOutcome.NotCanonicalizable, fault.Subject));
        }
    }

    private static Canonical<CanonicalDataset> Canonicalize(Canonical<RdfDataset> dataset, HashAlgorithmName hash) =>
        dataset.Value is null ? new(dataset.Fault!) : Canonicalize(dataset.Value, hash);

    /// <summary>Statements in canonical form, if that costs no more than it may.</summary>
    internal static Canonical<CanonicalDataset> Canonicalize(RdfDataset dataset, HashAlgorithmName hash)
    {
        try
        {
            return new(Rdfc10.Canonicalize(dataset, hash, CanonicalizationBudget.Default));
        }
        catch (CanonicalizationBudgetException)
        {
            return new(new ProofVerification(ProofOutcome.TooIntricate));
        }
    }

    private static Canonical<byte[]> Of(Canonical<CanonicalDataset> dataset) =>
        dataset.Value is { } canonical ? new(canonical.NQuads.ToArray()) : new(dataset.Fault!);

    private static Canonical<byte[]> Of(byte[]? jcs) =>
        jcs is null ? new(new ProofVerification(ProofOutcome.NotCanonicalizable)) : new(jcs);

    private static byte[]? Jcs(JsonElement document) =>
        JsonCanonicalization.TryCanonicalize(Encoding.UTF8.GetBytes(document.GetRawText()));
}
