using System.Globalization;
using System.Runtime.InteropServices;

namespace Badges.LinkedData.Canonicalization;

/// <summary>Gives blank nodes labels in the order in which they ask. RDF Dataset Canonicalization 1.0, section 4.5.
/// What the algorithms do with a copy of an issuer is done here with the issuer itself, which then forgets.</summary>
internal sealed class IdentifierIssuer
{
    private readonly string _prefix;
    private readonly int[] _numbers;
    private readonly List<int> _order = [];

    public IdentifierIssuer(string prefix, int nodes)
    {
        _prefix = prefix;
        _numbers = new int[nodes];
        Array.Fill(_numbers, -1);
    }

    /// <summary>The nodes that have a label, in the order of issue.</summary>
    public ReadOnlySpan<int> Order => CollectionsMarshal.AsSpan(_order);

    public bool Has(int node) => _numbers[node] >= 0;

    /// <summary>Gives a node a label, unless it has one.</summary>
    public void Issue(int node)
    {
        if (!Has(node))
        {
            _numbers[node] = _order.Count;
            _order.Add(node);
        }
    }

    /// <summary>Forgets all labels but the first ones.</summary>
    public void Forget(int kept)
    {
        foreach (var node in Order[kept..])
        {
            _numbers[node] = -1;
        }

        _order.RemoveRange(kept, _order.Count - kept);
    }

    public string LabelOf(int node) => _prefix + _numbers[node].ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a node's label as N-Quads do.</summary>
    public void Write(ByteBuffer output, int node)
    {
        output.Append("_:"u8);
        output.Append(_prefix);
        output.AppendNumber(_numbers[node]);
    }
}
