namespace Badges.LinkedData.Canonicalization;

/// <summary>The orders of some nodes, one after the other.</summary>
internal static class Permutation
{
    /// <summary>Puts the nodes into the next order in lexicographic sequence; false after the last. Equal nodes are not
    /// swapped.</summary>
    public static bool TryAdvance(Span<int> nodes)
    {
        var pivot = nodes.Length - 2;
        while (pivot >= 0 && nodes[pivot] >= nodes[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        var successor = nodes.Length - 1;
        while (nodes[successor] <= nodes[pivot])
        {
            successor--;
        }

        (nodes[pivot], nodes[successor]) = (nodes[successor], nodes[pivot]);
        nodes[(pivot + 1)..].Reverse();
        return true;
    }
}
