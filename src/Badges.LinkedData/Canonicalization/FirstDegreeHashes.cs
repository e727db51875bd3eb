namespace Badges.LinkedData.Canonicalization;

/// <summary>Hash First Degree Quads: what can be told of each blank node by the statements that mention it. RDF Dataset
/// Canonicalization 1.0, section 4.6.</summary>
internal sealed class FirstDegreeHashes : IComparer<int>
{
    private readonly int _length;
    private readonly byte[] _digests;

    public FirstDegreeHashes(Mentions mentions, Digest digest)
    {
        _length = digest.Length;
        _digests = new byte[mentions.NodeCount * _length];
        var lines = new ByteBuffer(4096);
        for (var node = 0; node < mentions.NodeCount; node++)
        {
            lines.Truncate(0); // 1
            mentions.WriteSeenFrom(node, lines);
            digest.Hash(lines[..], _digests.AsSpan(node * _length, _length)); // 5
        }
    }

    /// <summary>The nodes in the order of their hashes; those of one hash as they came.</summary>
    public int[] Sort()
    {
        var nodes = new int[_digests.Length / _length];
        for (var node = 0; node < nodes.Length; node++)
        {
            nodes[node] = node;
        }

        nodes.AsSpan().Sort(this);
        return nodes;
    }

    public bool AreAlike(int node, int other) => Of(node).SequenceEqual(Of(other));

    public string HexOf(int node) => Convert.ToHexStringLower(Of(node));

    public int Compare(int x, int y)
    {
        var order = Of(x).SequenceCompareTo(Of(y));
        return order != 0 ? order : x.CompareTo(y);
    }

    private ReadOnlySpan<byte> Of(int node) => _digests.AsSpan(node * _length, _length);
}
