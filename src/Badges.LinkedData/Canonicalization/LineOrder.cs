namespace Badges.LinkedData.Canonicalization;

/// <summary>Puts the statements of a dataset into the order of their lines.</summary>
internal sealed class LineOrder(ByteBuffer text, BlankedQuad[] quads) : IComparer<int>
{
    public ReadOnlySpan<byte> LineOf(int quad) => text[quads[quad].Start..quads[quad].End];

    /// <summary>Sorts the statements, and cuts off those that are there again: they stay behind the result.</summary>
    public Span<int> Sort(Span<int> lines)
    {
        lines.Sort(this);
        var count = Math.Min(lines.Length, 1);
        for (var index = 1; index < lines.Length; index++)
        {
            if (Compare(lines[count - 1], lines[index]) != 0)
            {
                (lines[count], lines[index]) = (lines[index], lines[count]);
                count++;
            }
        }

        return lines[..count];
    }

    public int LengthOf(ReadOnlySpan<int> lines)
    {
        var length = 0;
        foreach (var line in lines)
        {
            length += quads[line].End - quads[line].Start;
        }

        return length;
    }

    public int Compare(int x, int y)
    {
        var order = LineOf(x).SequenceCompareTo(LineOf(y));
        if (order != 0)
        {
            return order;
        }

        ref readonly var one = ref quads[x];
        ref readonly var other = ref quads[y];
        return (one.Subject, one.Object, one.Graph).CompareTo((other.Subject, other.Object, other.Graph));
    }
}
