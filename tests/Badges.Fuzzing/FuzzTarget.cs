namespace Badges.Fuzzing;

/// <summary>Something that reads what strangers send. <paramref name="Run"/> throws when a property does not hold: any
/// exception is a finding.</summary>
public sealed record FuzzTarget(string Name, Action<byte[]> Run)
{
    /// <summary>Inputs to start from; nothing may be found about these.</summary>
    public required IReadOnlyList<byte[]> Seeds { get; init; }

    /// <summary>Pieces that chance would hardly make.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether values and members are changed too, beside bytes.</summary>
    public bool IsJson { get; init; }

    /// <summary>Makes check sums right again after a change, or nothing behind them would be reached.</summary>
    public Func<byte[], byte[]> Repair { get; init; } = bytes => bytes;

    /// <summary>What one input may cost.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What one input may allocate in all, garbage included.</summary>
    public long MostAllocated { get; init; } = 64 * 1024 * 1024;
}

/// <summary>A property that did not hold.</summary>
public sealed class PropertyException(string message) : Exception(message)
{
    public static void Require(bool holds, string property)
    {
        if (!holds)
        {
            throw new PropertyException(property);
        }
    }
}
