using System.Diagnostics;

namespace Badges.Fuzzing;

/// <summary>An input about which something is wrong.</summary>
public sealed record Finding(string Target, string Fault, byte[] Input)
{
    public override string ToString() => $"{Target}: {Fault}\ninput, base64: {Convert.ToBase64String(Input)}";
}

/// <summary>What became of fuzzing one target.</summary>
public sealed record FuzzResult(string Target)
{
    public long Executions { get; init; }
    public int Corpus { get; init; }
    public int Branches { get; init; }
    public TimeSpan Slowest { get; init; }
    public long MostAllocated { get; init; }
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>
/// Changes inputs and runs them, one after another: the same seed gives the same inputs, as long as no branch counts.
/// With counted branches, an input that takes a new one is kept and changed further.
/// </summary>
public sealed class FuzzLoop(FuzzTarget target, int seed, Coverage? coverage = null)
{
    private const int MostFindings = 5;
    private const int LargestCorpus = 4000;

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _corpus = [.. target.Seeds];
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _faults = [];
    private TimeSpan _slowest;
    private long _mostAllocated;

    /// <summary>Told each input before it runs, to see it when the process does not survive it.</summary>
    public Action<byte[]> Before { get; init; } = _ => { };

    public FuzzResult Run(long executions, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        coverage?.Begin();
        var count = 0L;
        foreach (var input in target.Seeds)
        {
            Try(input);
            count++;
        }

        while (count < executions && watch.Elapsed < time && _findings.Count < MostFindings)
        {
            Try(Next());
            count++;
        }

        return new FuzzResult(target.Name)
        {
            Executions = count,
            Corpus = _corpus.Count,
            Branches = coverage?.Count ?? 0,
            Slowest = _slowest,
            MostAllocated = _mostAllocated,
            Findings = _findings,
        };
    }

    private byte[] Next()
    {
        var input = _corpus[_random.Next(_corpus.Count)];
        var other = _corpus[_random.Next(_corpus.Count)];
        var changed = target.IsJson && _random.Next(3) > 0
            ? JsonMutations.Change(input, _random)
            : Mutations.Change(input, other, target.Words, _random);
        return _random.Next(8) > 0 ? target.Repair(changed) : changed;
    }

    private void Try(byte[] input)
    {
        Before(input);
        coverage?.Clear();
        if (Fault(input) is { } fault && _faults.Add(Kind(fault)))
        {
            _findings.Add(new(target.Name, fault, Smallest(input, Kind(fault))));
        }

        if (coverage?.HasNew() is true && _corpus.Count < LargestCorpus)
        {
            _corpus.Add(input);
        }
    }

    private string? Fault(byte[] input)
    {
        var (fault, time, allocated) = Measure(input);
        if (fault is null && time > target.MostTime)
        {
            // A busy machine is slow too: only what is slow twice is.
            time = TimeSpan.FromTicks(Math.Min(time.Ticks, Measure(input).Time.Ticks));
        }

        (_slowest, _mostAllocated) = (time > _slowest ? time : _slowest, Math.Max(allocated, _mostAllocated));
        return fault
            ?? (time > target.MostTime ? $"took {time.TotalMilliseconds:0} ms"
                : allocated > target.MostAllocated ? $"allocated {allocated / 1024} kB"
                : null);
    }

    private (string? Fault, TimeSpan Time, long Allocated) Measure(byte[] input)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        string? fault = null;
        try
        {
            target.Run(input);
        }
        catch (Exception exception)
        {
            fault = exception.ToString();
        }

        return (fault, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>What makes two faults one: the type and message, and where it was thrown.</summary>
    private static string Kind(string fault)
    {
        var lines = fault.Split('\n');
        return fault.StartsWith("took", StringComparison.Ordinal) ? "slow"
            : fault.StartsWith("allocated", StringComparison.Ordinal) ? "large"
            : string.Join('|', lines.Where(line => line.Contains(" at ", StringComparison.Ordinal)).Take(2)
                .Prepend(lines[0].Split(':')[0]));
    }

    /// <summary>Leaves pieces out for as long as the same goes wrong.</summary>
    private byte[] Smallest(byte[] input, string kind)
    {
        var watch = Stopwatch.StartNew();
        for (var size = Math.Max(1, input.Length / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at + size <= input.Length && watch.Elapsed < TimeSpan.FromSeconds(5);)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(at + size)];
                if (Fault(shorter) is { } fault && Kind(fault) == kind)
                {
                    input = shorter;
                }
                else
                {
                    at += size;
                }
            }
        }

        return input;
    }
}
