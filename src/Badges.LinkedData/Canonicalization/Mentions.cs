namespace Badges.LinkedData.Canonicalization;

/// <summary>The statements that mention each blank node: the blank node to quads map. RDF Dataset Canonicalization 1.0,
/// section 4.3.</summary>
internal sealed class Mentions
{
    private readonly BlankedDataset _dataset;
    private readonly LineOrder _order;
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly int[] _quads;

    /// <summary>Section 4.4, step 2.</summary>
    public Mentions(BlankedDataset dataset)
    {
        _dataset = dataset;
        _order = dataset.Order;
        _starts = new int[dataset.Numbers.Count];
        _counts = new int[dataset.Numbers.Count];
        foreach (ref readonly var quad in dataset.Quads)
        {
            Count(quad.Subject);
            Count(quad.Object);
            Count(quad.Graph);
        }

        var total = 0;
        for (var node = 0; node < _starts.Length; node++)
        {
            _starts[node] = total;
            total += _counts[node];
            _counts[node] = 0;
        }

        _quads = new int[total];
        for (var index = 0; index < dataset.Quads.Length; index++)
        {
            ref readonly var quad = ref dataset.Quads[index];
            Add(quad.Subject, index);
            Add(quad.Object, index);
            Add(quad.Graph, index);
        }
    }

    /// <summary>How many blank nodes there are.</summary>
    public int NodeCount => _starts.Length;

    /// <summary>The statements, each once after <see cref="WriteSeenFrom"/>.</summary>
    public ReadOnlySpan<int> Of(int node) => _quads.AsSpan(_starts[node], _counts[node]);

    /// <summary>Writes the statements as they are seen from the node: itself <c>_:a</c>, every other <c>_:z</c>, in
    /// order. Section 4.6, steps 2 to 4.</summary>
    public void WriteSeenFrom(int node, ByteBuffer output)
    {
        Rename(node, (byte)'a');
        var sorted = _order.Sort(_quads.AsSpan(_starts[node], _counts[node]));
        foreach (var quad in sorted)
        {
            output.Append(_order.LineOf(quad));
        }

        Rename(node, (byte)'z');
        _counts[node] = sorted.Length;
    }

    private void Rename(int node, byte letter)
    {
        foreach (var index in Of(node))
        {
            ref readonly var quad = ref _dataset.Quads[index];
            Rename(quad.Subject, quad.Start);
            Rename(quad.Object, quad.ObjectStart);
            Rename(quad.Graph, quad.GraphStart);
        }

        void Rename(int other, int place)
        {
            if (other == node)
            {
                _dataset.Text[place..][2] = letter;
            }
        }
    }

    private void Count(int node)
    {
        if (node >= 0)
        {
            _counts[node]++;
        }
    }

    private void Add(int node, int quad)
    {
        if (node >= 0 && (_counts[node] == 0 || _quads[_starts[node] + _counts[node] - 1] != quad))
        {
            _quads[_starts[node] + _counts[node]++] = quad;
        }
    }
}
