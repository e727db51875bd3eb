using System.Diagnostics;

namespace Badges.Benchmarks;

/// <summary>How often a piece of work can be done in a second on one core: the median of five runs.</summary>
internal static class Measure
{
    private static readonly TimeSpan RunTime = TimeSpan.FromMilliseconds(400);

    public static double PerSecond(Action work)
    {
        work();
        var runs = Enumerable.Range(0, 5).Select(_ => Run(work)).Order().ToList();
        return runs[runs.Count / 2];
    }

    private static double Run(Action work)
    {
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < RunTime)
        {
            work();
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
