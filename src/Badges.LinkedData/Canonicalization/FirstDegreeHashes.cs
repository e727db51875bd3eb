using System.Security.Cryptography;

namespace Badges.LinkedData.Canonicalization;

/// <summary>Hash First Degree Quads: what can be told of a blank node by the statements that mention it. RDF Dataset
/// Canonicalization 1.0, section 4.6.</summary>
internal sealed class FirstDegreeHashes(IndexedDataset dataset, HashAlgorithmName hash)
{
    private readonly string?[] _known = new string?[dataset.Mentions.Length];
    private readonly SortedLines _lines = new(16);

    public string Of(int node) => _known[node] ??= Compute(node);

    private string Compute(int node)
    {
        _lines.Clear(); // 1
        foreach (var quad in dataset.Mentions[node])
        {
            var start = _lines.Output.WrittenCount;
            dataset.Quads[quad].Write(_lines.Output, new LabelsSeenFrom(node)); // 3
            _lines.Add(start);
        }

        return Rdfc10.HexOf(hash, _lines.ToArray()); // 4, 5
    }
}
