using System.Globalization;
using Badges.Fuzzing.Targets;

namespace Badges.Fuzzing;

/// <summary><c>targets</c> and <c>guided</c>: every target in turn, each for its share of the time.</summary>
public static class TargetsRun
{
    /// <summary>As deep as a thread of the server may go.</summary>
    private const int StackSize = 1536 * 1024;

    public static int Run(TimeSpan time, int seed, string? only)
    {
        // Before anything of ours runs: instrumented code writes to its map.
        var coverage = Environment.GetEnvironmentVariable(Instrumented.Marker) is null ? null : new Coverage();
        var targets = AllTargets.All.Where(each => only is null || each.Name == only).ToList();
        if (targets.Count == 0)
        {
            var names = AllTargets.All.Select(each => each.Name);
            Console.Error.WriteLine($"No such target; there are {string.Join(' ', names)}.");
            return 64;
        }

        Console.WriteLine($"seed {seed}, {(coverage is null ? "branches not counted" : "branches counted")}");
        Console.WriteLine("target        executions    per s  corpus branches   slowest  allocated  findings");
        var found = 0;
        foreach (var target in targets)
        {
            var result = RunApart(target, seed, time / targets.Count, coverage);
            Print(result, time / targets.Count);
            found += result.Findings.Count;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} findings"));
        return found == 0 ? 0 : 1;
    }

    private static FuzzResult RunApart(FuzzTarget target, int seed, TimeSpan time, Coverage? coverage)
    {
        // What a process does not survive, deep recursion, leaves its input here.
        var last = Path.Combine(Path.GetTempPath(), $"badges-fuzzing-{target.Name}.last");
        using var file = new FileStream(last, FileMode.Create);
        FuzzResult? result = null;
        var thread = new Thread(
            () => result = new FuzzLoop(target, seed, coverage)
            {
                Before = input =>
                {
                    file.SetLength(0);
                    file.Write(input);
                    file.Flush();
                },
            }.Run(long.MaxValue, time),
            StackSize);
        thread.Start();
        thread.Join();
        file.Dispose();
        File.Delete(last);
        return result ?? throw new InvalidOperationException($"{target.Name} did not end.");
    }

    private static void Print(FuzzResult result, TimeSpan time)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Target,-12} {result.Executions,11} {result.Executions / time.TotalSeconds,8:0} ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Corpus,7} {result.Branches,8} {result.Slowest.TotalMilliseconds,6:0} ms ")
            + string.Create(
                CultureInfo.InvariantCulture, $"{result.MostAllocated / 1024,7} kB {result.Findings.Count,9}"));
        foreach (var finding in result.Findings)
        {
            Console.WriteLine($"\n{finding}\n");
        }
    }
}
