namespace Badges.Benchmarks.Load;

/// <summary>
/// The figures of the service under load: servers and generator share the machine, and take turns in one run. Each line
/// is the median of its rounds; ratios are taken within a round, where all had the same neighbours.
/// </summary>
internal static class LoadTable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static int Print(int rounds)
    {
        using var targets = Targets.Start(hasReference: true);
        var all = targets.All.ToList();
        var resident = targets.Empty.Server.ResidentMegabytes;
        all.ForEach(target => LoadGenerator.Saturate(target, WarmUp));
        Console.WriteLine(
            $"{targets.PictureBytes} bytes a picture, {LoadGenerator.Connections} connections, {rounds} rounds; "
            + $"load of the machine before: {LoadOfMachine()}");
        var observed = all.ToDictionary(target => target, _ => new List<Observed>());
        for (var round = 0; round < rounds; round++)
        {
            all.ForEach(target => observed[target].Add(LoadGenerator.Saturate(target, Round)));
        }

        Console.WriteLine(
            $"{"",-30} {"a second",9} {"p50, ms",8} {"p99, ms",8} {"µs server",10} {"µs generator",13} "
            + $"{"allocated",10}");
        all.ForEach(target => PrintLine(target.Name, observed[target]));
        PrintRatio("JSON, of the empty route", 0.70, observed[targets.Json], observed[targets.Empty]);
        PrintRatio("JSON, of the one inside", 0.70, observed[targets.Json], observed[targets.EmptyInside]);
        PrintRatio("HTML, of the empty route", 0.15, observed[targets.Page], observed[targets.Empty]);
        PrintRatio("HTML, of the one inside", 0.15, observed[targets.Page], observed[targets.EmptyInside]);
        PrintRatio("verification, by reference", 10, observed[targets.Verification], observed[targets.Reference!]);
        PrintAtHalf(targets.Verification, Median(observed[targets.Verification], each => each.PerSecond) / 2);
        Console.WriteLine(
            $"resident: {resident:N0} MB at the start, {targets.Empty.Server.ResidentMegabytes:N0} MB at the end; "
            + $"load of the machine after: {LoadOfMachine()}");
        return 0;
    }

    private static void PrintLine(string name, List<Observed> rounds) => Console.WriteLine(
        $"{name,-30} {Median(rounds, each => each.PerSecond),9:N0} {Median(rounds, each => each.Percentile(50)),8:N2} "
        + $"{Median(rounds, each => each.Percentile(99)),8:N2} {Median(rounds, each => each.ServerMicroseconds),10:N1} "
        + $"{Median(rounds, each => each.GeneratorMicroseconds),13:N1} {Median(rounds, each => each.Allocated),10:N0}");

    /// <summary>By what is answered in a second, as far as the neighbours let it; by the processor time that server and
    /// generator spend together, which is what a second holds when there are none; and by the server's alone.</summary>
    private static void PrintRatio(string name, double wanted, List<Observed> ours, List<Observed> theirs)
    {
        var pairs = ours.Zip(theirs).ToList();
        var answered = Median(pairs, pair => pair.First.PerSecond / pair.Second.PerSecond);
        var together = Median(pairs, pair => Together(pair.Second) / Together(pair.First));
        var alone = Median(pairs, pair => pair.Second.ServerMicroseconds / pair.First.ServerMicroseconds);
        Console.WriteLine(
            $"{name,-30} {answered,9:N2} wanted {wanted:N2}; by processor time of both {together:N2}, "
            + $"of the server alone {alone:N2}");
    }

    private static void PrintAtHalf(Target target, double perSecond)
    {
        var observed = LoadGenerator.Offer(target, perSecond, connections: 16, TimeSpan.FromSeconds(20));
        Console.WriteLine(
            $"at half of its load, {perSecond:N0} a second: p50 {observed.Percentile(50):N2} ms, "
            + $"p99 {observed.Percentile(99):N2} ms, p99.9 {observed.Percentile(99.9):N2} ms");
    }

    private static double Together(Observed round) => round.ServerMicroseconds + round.GeneratorMicroseconds;

    private static string LoadOfMachine() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static double Median<T>(List<T> rounds, Func<T, double> of) =>
        rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
