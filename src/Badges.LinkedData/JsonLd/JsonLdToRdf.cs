using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>Deserialize JSON-LD to RDF. JSON-LD 1.1 API, section 8.</summary>
public static class JsonLdToRdf
{
    /// <summary>The statements that a document makes. Blank nodes are named in the order in which they are
    /// met.</summary>
    /// <param name="document">The JSON-LD document. Of two members with one name each counts: whoever does not want
    /// that refuses them when parsing.</param>
    /// <param name="contexts">Every context that it may name by address; none is ever fetched.</param>
    /// <exception cref="JsonLdException">The document is not JSON-LD 1.1, names a context that is not there, costs more
    /// than a document may, or in safe mode would lose something.</exception>
    public static RdfDataset Deserialize(JsonElement document, ContextDocuments contexts, JsonLdOptions options)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(options);
        var safety = new SafeMode(options.IsSafe);
        var processing = new ContextProcessing(contexts, new ReadingBudget(), safety, options.IsVersion10);
        var active = options is { Base: null, IsVersion10: false }
            ? contexts.Initial
            : ActiveContext.Begin(options.Base, ContextCache.Private());
        if (options.ExpandContext is { } context)
        {
            active = processing.Process(
                active,
                context.ValueKind is JsonValueKind.Object && Words.Find(context, "@context"u8) is { } inner
                    ? inner
                    : context);
        }

        var expansion = new Expansion(processing, safety);
        expansion.Expand(active, null, null, document);
        var emission = new RdfEmission(options, safety, expansion.MemberCount);
        foreach (var item in TopLevel(expansion.Output))
        {
            emission.Add(item, null);
        }

        return emission.ToDataset();
    }

    /// <summary>A graph that is all there is, and has no name, is the default graph.</summary>
    private static IReadOnlyList<ExpandedItem> TopLevel(List<ExpandedItem> expanded) =>
        expanded is [NodeObject { Id: null, Index: null, IsGraphObject: true, Graph: { } graph }] ? graph : expanded;
}
