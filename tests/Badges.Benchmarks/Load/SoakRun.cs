using System.Diagnostics;
using System.Globalization;

namespace Badges.Benchmarks.Load;

/// <summary>Verifications without a pause for some minutes: whether memory stays flat.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static int Print(double minutes)
    {
        using var targets = Targets.Start(hasReference: false);
        var server = targets.Verification.Server;
        LoadGenerator.Saturate(targets.Verification, TimeSpan.FromSeconds(20));
        Console.WriteLine($"{"minute",6} {"a second",9} {"p99, ms",8} {"in use, MB",11} {"resident, MB",13}");
        var start = Stopwatch.GetTimestamp();
        PrintLine(0, null, server);
        while (Stopwatch.GetElapsedTime(start).TotalMinutes < minutes)
        {
            var observed = LoadGenerator.Saturate(targets.Verification, Step);
            PrintLine(Stopwatch.GetElapsedTime(start).TotalMinutes, observed, server);
        }

        return 0;
    }

    private static void PrintLine(double minute, Observed? observed, ServerProcess server) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{minute,6:N1} {observed?.PerSecond,9:N0} {observed?.Percentile(99),8:N2} {server.Live() / 1e6,11:N1} "
            + $"{server.ResidentMegabytes,13:N1}"));
}
