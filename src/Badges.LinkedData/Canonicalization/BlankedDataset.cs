using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Canonicalization;

/// <summary>
/// A dataset as lines of canonical N-Quads in which every blank node is a number and is written <c>_:z</c>. Such a
/// line, with one letter changed, is what first degree hashes are made of; a line without blank nodes is final.
/// </summary>
internal sealed class BlankedDataset
{
    private readonly BlankedQuad[] _quads;

    public BlankedDataset(RdfDataset dataset)
    {
        Text = new(dataset.Quads.Count * 256);
        _quads = new BlankedQuad[dataset.Quads.Count];
        for (var index = 0; index < _quads.Length; index++)
        {
            _quads[index] = Write(dataset.Quads[index]);
        }
    }

    /// <summary>The lines.</summary>
    public ByteBuffer Text { get; }

    /// <summary>Where they stand; the same statement may be there twice.</summary>
    public ReadOnlySpan<BlankedQuad> Quads => _quads;

    /// <summary>The numbers of the blank nodes, by the labels that they came with.</summary>
    public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The order of the lines' code points, which is that of their bytes; of like lines that of their
    /// nodes.</summary>
    public LineOrder Order => new(Text, _quads);

    /// <summary>The canonical document. Section 4.4, steps 6 and 7.</summary>
    public byte[] ToCanonical(IdentifierIssuer canonical)
    {
        var lines = new int[_quads.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = index;
            if (_quads[index].HasBlankNode)
            {
                Relabel(ref _quads[index], canonical); // 6
            }
        }

        var order = Order;
        var sorted = order.Sort(lines); // 7
        var result = new byte[order.LengthOf(sorted)];
        var rest = result.AsSpan();
        foreach (var index in sorted)
        {
            var line = order.LineOf(index);
            line.CopyTo(rest);
            rest = rest[line.Length..];
        }

        return result;
    }

    private BlankedQuad Write(in Quad terms)
    {
        var quad = new BlankedQuad { Start = Text.Length, Graph = -1 };
        quad.Subject = Write(terms.Subject);
        Text.Append((byte)' ');
        quad.PredicateStart = Text.Length;
        NQuadsText.WriteIri(Text, terms.Predicate.Value);
        Text.Append((byte)' ');
        quad.ObjectStart = Text.Length;
        quad.Object = Write(terms.Object);
        if (terms.Graph is { } graph)
        {
            Text.Append((byte)' ');
            quad.GraphStart = Text.Length;
            quad.Graph = Write(graph);
        }

        Text.Append(" .\n"u8);
        quad.End = Text.Length;
        return quad;
    }

    /// <summary>Writes a term, and returns its number when it is a blank node.</summary>
    private int Write(RdfTerm term)
    {
        switch (term)
        {
            case Iri iri:
                NQuadsText.WriteIri(Text, iri.Value);
                return -1;
            case Literal literal:
                NQuadsText.WriteLiteral(Text, literal);
                return -1;
            default:
                Text.Append("_:z"u8);
                return NumberOf(((BlankNode)term).Label);
        }
    }

    private int NumberOf(string label)
    {
        if (!Numbers.TryGetValue(label, out var number))
        {
            number = Numbers.Count;
            Numbers.Add(label, number);
        }

        return number;
    }

    /// <summary>Writes the line anew, with the labels issued.</summary>
    private void Relabel(ref BlankedQuad quad, IdentifierIssuer issuer)
    {
        var start = Text.Length;
        var copied = quad.Start;
        Replace(quad.Subject, quad.Start);
        Replace(quad.Object, quad.ObjectStart);
        Replace(quad.Graph, quad.GraphStart);
        Text.Append(Text[copied..quad.End]);
        (quad.Start, quad.End) = (start, Text.Length);

        void Replace(int node, int place)
        {
            if (node >= 0)
            {
                Text.Append(Text[copied..place]);
                issuer.Write(Text, node);
                copied = place + "_:z"u8.Length;
            }
        }
    }
}
