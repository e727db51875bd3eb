namespace Badges.Benchmarks.Load;

/// <summary>What one round of load showed.</summary>
internal sealed record Observed
{
    public required double PerSecond { get; init; }

    /// <summary>Processor time that the server spent for one request, in microseconds: what a busy machine changes
    /// least.</summary>
    public required double ServerMicroseconds { get; init; }

    /// <summary>The same of the generator, which shares the processor.</summary>
    public required double GeneratorMicroseconds { get; init; }

    /// <summary>Bytes that the server allocated for one request; zero when it cannot say.</summary>
    public required double Allocated { get; init; }

    public required IReadOnlyList<double> Milliseconds { get; init; }

    /// <summary>So many of a hundred answers took no longer.</summary>
    public double Percentile(double percent)
    {
        var sorted = Milliseconds.Order().ToList();
        var place = (int)Math.Ceiling(sorted.Count * percent / 100);
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, place)];
    }
}
