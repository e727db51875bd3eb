using System.Globalization;

namespace Badges.LinkedData.Canonicalization;

/// <summary>Gives blank nodes labels in the order in which they ask. RDF Dataset Canonicalization 1.0, section
/// 4.5.</summary>
internal sealed class IdentifierIssuer
{
    private readonly string _prefix;
    private readonly Dictionary<int, string> _issued;
    private readonly List<int> _order;

    public IdentifierIssuer(string prefix)
    {
        _prefix = prefix;
        _issued = [];
        _order = [];
    }

    private IdentifierIssuer(IdentifierIssuer other)
    {
        _prefix = other._prefix;
        _issued = new(other._issued);
        _order = [.. other._order];
    }

    /// <summary>The nodes that have a label, in the order of issue.</summary>
    public IReadOnlyList<int> Order => _order;

    public string? Find(int node) => _issued.GetValueOrDefault(node);

    public string Issue(int node)
    {
        if (!_issued.TryGetValue(node, out var label))
        {
            label = _prefix + _order.Count.ToString(CultureInfo.InvariantCulture);
            _issued.Add(node, label);
            _order.Add(node);
        }

        return label;
    }

    public IdentifierIssuer Copy() => new(this);
}
