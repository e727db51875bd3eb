namespace Badges.LinkedData.Canonicalization;

/// <summary>Every order of some nodes, one after the other.</summary>
internal static class Permutations
{
    public static IEnumerable<IReadOnlyList<int>> Of(List<int> nodes)
    {
        var order = nodes.ToArray();
        Array.Sort(order);
        do
        {
            yield return order;
        }
        while (TryAdvance(order));
    }

    /// <summary>The next order in lexicographic sequence; equal nodes are not swapped.</summary>
    private static bool TryAdvance(int[] order)
    {
        var pivot = order.Length - 2;
        while (pivot >= 0 && order[pivot] >= order[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        var successor = order.Length - 1;
        while (order[successor] <= order[pivot])
        {
            successor--;
        }

        (order[pivot], order[successor]) = (order[successor], order[pivot]);
        Array.Reverse(order, pivot + 1, order.Length - pivot - 1);
        return true;
    }
}
