namespace Badges.Benchmarks;

/// <summary>How often a piece of work can be done in a second on one core. What counts is the time that the processor
/// spent for this process, its collector and compiler included, so that a busy machine changes little.</summary>
internal static class Measure
{
    private const int RoundsToWarmUp = 3;
    private const int Rounds = 5;
    private const int TurnsBetweenLooks = 10;

    private static readonly TimeSpan RunTime = TimeSpan.FromMilliseconds(400);

    /// <summary>The median of several rounds.</summary>
    public static double PerSecond(Action work) => Medians(() => Once(work))[0];

    /// <summary>The median of each measurement over several rounds, in which they take turns.</summary>
    public static double[] Medians(params Func<double>[] measurements)
    {
        double[][] rounds =
        [
            .. Enumerable.Range(0, RoundsToWarmUp + Rounds).Select(_ => measurements.Select(each => each()).ToArray()),
        ];
        return
        [
            .. measurements.Select((_, index) =>
                rounds.Skip(RoundsToWarmUp).Select(round => round[index]).Order().ElementAt(Rounds / 2)),
        ];
    }

    public static double Once(Action work)
    {
        var count = 0;
        var start = Environment.CpuUsage.TotalTime;
        TimeSpan spent;
        do
        {
            for (var turn = 0; turn < TurnsBetweenLooks; turn++)
            {
                work();
            }

            count += TurnsBetweenLooks;
            spent = Environment.CpuUsage.TotalTime - start;
        }
        while (spent < RunTime);

        return count / spent.TotalSeconds;
    }
}
