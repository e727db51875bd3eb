using System.Buffers;
using System.Text;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Canonicalization;

/// <summary>A dataset whose blank nodes are numbers, and which statements mention them.</summary>
internal sealed class IndexedDataset
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public IndexedDataset(RdfDataset dataset)
    {
        Quads = new IndexedQuad[dataset.Quads.Count];
        for (var index = 0; index < Quads.Length; index++)
        {
            var quad = dataset.Quads[index];
            Quads[index] = new(quad, Number(quad.Subject), Number(quad.Object), Number(quad.Graph));
        }

        Mentions = new List<int>[_numbers.Count];
        for (var index = 0; index < Quads.Length; index++)
        {
            var quad = Quads[index];
            Mention(quad.Subject, index);
            Mention(quad.Object, index);
            Mention(quad.Graph, index);
        }
    }

    public IndexedQuad[] Quads { get; }

    /// <summary>The statements that mention a blank node, each once.</summary>
    public List<int>[] Mentions { get; }

    /// <summary>The labels that the blank nodes came with.</summary>
    public IEnumerable<KeyValuePair<string, int>> Labels => _numbers;

    private int Number(RdfTerm? term)
    {
        if (term is not BlankNode blank)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(blank.Label, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(blank.Label, number);
        }

        return number;
    }

    private void Mention(int node, int quad)
    {
        if (node < 0)
        {
            return;
        }

        var quads = Mentions[node] ??= [];
        if (quads.Count == 0 || quads[^1] != quad)
        {
            quads.Add(quad);
        }
    }
}

/// <summary>A statement with the numbers of its blank nodes; -1 where there is none.</summary>
internal readonly record struct IndexedQuad(Quad Terms, int Subject, int Object, int Graph)
{
    public bool HasBlankNode => Subject >= 0 || Object >= 0 || Graph >= 0;

    /// <summary>Writes the statement, its blank nodes under the labels given.</summary>
    public void Write<TLabels>(ArrayBufferWriter<byte> output, TLabels labels)
        where TLabels : struct, IBlankNodeLabels
    {
        WriteTerm(output, Terms.Subject, Subject, labels);
        output.Write(" "u8);
        NQuadsText.WriteIri(output, Terms.Predicate.Value);
        output.Write(" "u8);
        WriteTerm(output, Terms.Object, Object, labels);
        if (Terms.Graph is { } graph)
        {
            output.Write(" "u8);
            WriteTerm(output, graph, Graph, labels);
        }

        output.Write(" .\n"u8);
    }

    private static void WriteTerm<TLabels>(ArrayBufferWriter<byte> output, RdfTerm term, int node, TLabels labels)
        where TLabels : struct, IBlankNodeLabels
    {
        if (node >= 0)
        {
            output.Write("_:"u8);
            Encoding.UTF8.GetBytes(labels.Of(node), output);
        }
        else if (term is Literal literal)
        {
            NQuadsText.WriteLiteral(output, literal);
        }
        else
        {
            NQuadsText.WriteIri(output, ((Iri)term).Value);
        }
    }
}

/// <summary>How blank nodes are called in a text.</summary>
internal interface IBlankNodeLabels
{
    public string Of(int node);
}

/// <summary>As seen from one of them: itself <c>a</c>, every other <c>z</c>. Section 4.6.</summary>
internal readonly record struct LabelsSeenFrom(int Node) : IBlankNodeLabels
{
    public string Of(int node) => node == Node ? "a" : "z";
}

/// <summary>As they were issued.</summary>
internal readonly record struct IssuedLabels(IdentifierIssuer Issuer) : IBlankNodeLabels
{
    public string Of(int node) => Issuer.Find(node)!;
}
