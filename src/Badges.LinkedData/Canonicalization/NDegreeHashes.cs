namespace Badges.LinkedData.Canonicalization;

/// <summary>Hash N-Degree Quads: tells blank nodes apart by what they lead to. RDF Dataset Canonicalization 1.0,
/// sections 4.7 and 4.8.</summary>
internal sealed class NDegreeHashes(
    BlankedDataset dataset,
    Mentions mentions,
    FirstDegreeHashes firstDegree,
    IdentifierIssuer canonical,
    Digest digest,
    CanonicalizationBudget budget)
{
    private readonly IdentifierIssuer _temporary = new("b", mentions.NodeCount);
    private readonly ByteBuffer _related = new(256);
    private int _steps;
    private int _depth;

    /// <summary>The hash of a node, and the nodes that were given labels on the way to it.</summary>
    public sealed record Result(string Hash, int[] Issued);

    /// <summary>Section 4.4, steps 5.2.2 to 5.2.4.</summary>
    public Result Start(int node)
    {
        _temporary.Forget(kept: 0);
        _temporary.Issue(node);
        return new(Hash(node), _temporary.Order.ToArray());
    }

    private string Hash(int node)
    {
        if (++_depth > budget.MaximumDepth)
        {
            throw new CanonicalizationBudgetException();
        }

        var data = new ByteBuffer(256); // 4
        var related = RelatedTo(node);
        for (int start = 0, end; start < related.Count; start = end) // 5
        {
            for (end = start + 1; end < related.Count && related[end].Hash == related[start].Hash; end++)
            {
            }

            data.Append(related[start].Hash); // 5.1
            data.Append(ChoosePath([.. related[start..end].Select(each => each.Node)])[..]); // 5.5
        }

        _depth--;
        return digest.HexOf(data[..]); // 6
    }

    /// <summary>The nodes beside a node, by how they are related to it. Steps 1 to 3.</summary>
    private List<(string Hash, int Node)> RelatedTo(int node)
    {
        var related = new List<(string Hash, int Node)>();
        foreach (var index in mentions.Of(node))
        {
            ref readonly var quad = ref dataset.Quads[index];
            Add(quad.Subject, (byte)'s', quad);
            Add(quad.Object, (byte)'o', quad);
            Add(quad.Graph, (byte)'g', quad);
        }

        related.Sort((one, other) => string.CompareOrdinal(one.Hash, other.Hash) is not 0 and var order
            ? order
            : one.Node.CompareTo(other.Node));
        return related;

        void Add(int other, byte position, in BlankedQuad quad)
        {
            if (other >= 0 && other != node)
            {
                Spend();
                related.Add((HashRelated(other, quad, position), other));
            }
        }
    }

    /// <summary>Hash Related Blank Node, section 4.7.</summary>
    private string HashRelated(int related, in BlankedQuad quad, byte position)
    {
        _related.Truncate(0);
        _related.Append(position); // 1
        if (position != (byte)'g')
        {
            _related.Append(dataset.Text[quad.PredicateStart..(quad.ObjectStart - 1)]); // 2
        }

        if (canonical.Has(related) || _temporary.Has(related))
        {
            WriteLabel(related, _related); // 3
        }
        else
        {
            _related.Append(firstDegree.HexOf(related)); // 4
        }

        return digest.HexOf(_related[..]); // 5
    }

    /// <summary>The least of the paths through nodes that are related alike, whose labels stay issued. Steps 5.2 to
    /// 5.6.</summary>
    private ByteBuffer ChoosePath(int[] nodes)
    {
        var before = _temporary.Order.Length;
        var (path, chosen) = (new ByteBuffer(64), new ByteBuffer(64)); // 5.2
        int[] issued = []; // 5.3
        do // 5.4
        {
            _temporary.Forget(before); // 5.4.1
            path.Truncate(0); // 5.4.2
            if (TryWalk(nodes, path, chosen) && (chosen.Length == 0 || path[..].SequenceCompareTo(chosen[..]) < 0))
            {
                (path, chosen) = (chosen, path); // 5.4.6
                issued = _temporary.Order[before..].ToArray();
            }
        }
        while (Permutation.TryAdvance(nodes));

        _temporary.Forget(before);
        foreach (var node in issued)
        {
            _temporary.Issue(node); // 5.6
        }

        return chosen;
    }

    /// <summary>Writes the path through the nodes in their order; false as soon as it cannot be the least.</summary>
    private bool TryWalk(int[] nodes, ByteBuffer path, ByteBuffer chosen)
    {
        var recursion = new List<int>(); // 5.4.3
        foreach (var node in nodes)
        {
            Spend();
            if (!canonical.Has(node) && !_temporary.Has(node))
            {
                recursion.Add(node); // 5.4.4.2.1
                _temporary.Issue(node);
            }

            WriteLabel(node, path); // 5.4.4.1, 5.4.4.2.2
            if (CannotBeLeast(path, chosen))
            {
                return false; // 5.4.4.3
            }
        }

        foreach (var node in recursion)
        {
            var hash = Hash(node); // 5.4.5.1, 5.4.5.4
            WriteLabel(node, path); // 5.4.5.2
            path.Append((byte)'<');
            path.Append(hash); // 5.4.5.3
            path.Append((byte)'>');
            if (CannotBeLeast(path, chosen))
            {
                return false; // 5.4.5.5
            }
        }

        return true;
    }

    private void WriteLabel(int node, ByteBuffer output) =>
        (canonical.Has(node) ? canonical : _temporary).Write(output, node);

    private static bool CannotBeLeast(ByteBuffer path, ByteBuffer chosen) =>
        chosen.Length > 0 && path.Length >= chosen.Length && path[..].SequenceCompareTo(chosen[..]) > 0;

    private void Spend()
    {
        if (++_steps > budget.MaximumSteps)
        {
            throw new CanonicalizationBudgetException();
        }
    }
}
