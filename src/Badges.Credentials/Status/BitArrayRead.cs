namespace Badges.Credentials.Status;

/// <summary>A decoded list. A list under the minimum length is read all the same, and flagged (Bitstring Status List
/// 1.0, section 3.2).</summary>
public sealed record BitArrayRead(ReadOnlyMemory<byte> Bits, bool IsShort)
{
    /// <summary>How many positions the list has.</summary>
    public long Length => Bits.Length * 8L;

    /// <summary>Whether the bit at a position is set, or null when the list has no such position.</summary>
    public bool? IsSet(long index) =>
        index < 0 || index >= Length ? null : BitstringStatusList.IsSet(Bits.Span, (int)index);
}
