using System.Diagnostics;

namespace Badges.Benchmarks.Load;

/// <summary>Two ways to put a server under load.</summary>
internal static class LoadGenerator
{
    /// <summary>How many connections saturate a server.</summary>
    public const int Connections = 8;

    /// <summary>
    /// As much as it can take: one thread goes round its connections, takes the answer and asks again. No connection is
    /// ever asked two things at once.
    /// </summary>
    public static Observed Saturate(Target target, TimeSpan time)
    {
        var all = Enumerable.Range(0, Connections).Select(_ => new Connection(target.Port)).ToList();
        var asked = new long[Connections];
        var waited = new List<double>();
        var turn = 0L;
        return Observe(target, waited, () =>
        {
            for (var index = 0; index < Connections; index++)
            {
                asked[index] = Stopwatch.GetTimestamp();
                all[index].Send(target.RequestAt(turn++));
            }

            var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
            for (var isOver = false; !isOver;)
            {
                for (var index = 0; index < Connections; index++)
                {
                    all[index].Receive(status: 200);
                    var now = Stopwatch.GetTimestamp();
                    waited.Add(Milliseconds(now - asked[index]));
                    asked[index] = now;
                    isOver |= now > end;
                    if (!isOver)
                    {
                        all[index].Send(target.RequestAt(turn++));
                    }
                }
            }

            all.ForEach(each => each.Dispose());
        });
    }

    /// <summary>
    /// So many a second, whatever it takes: each request has its instant, and waits count from there, so that a stall
    /// is felt by all who would have come meanwhile.
    /// </summary>
    public static Observed Offer(Target target, double perSecond, int connections, TimeSpan time)
    {
        var count = (long)(perSecond * time.TotalSeconds);
        var waited = new double[count];
        var next = -1L;
        return Observe(target, waited, () =>
        {
            var start = Stopwatch.GetTimestamp();
            void Work()
            {
                using var connection = new Connection(target.Port);
                for (var turn = Interlocked.Increment(ref next); turn < count; turn = Interlocked.Increment(ref next))
                {
                    var due = start + (long)(turn / perSecond * Stopwatch.Frequency);
                    var early = due - Stopwatch.GetTimestamp();
                    if (early > 0)
                    {
                        Thread.Sleep(TimeSpan.FromSeconds((double)early / Stopwatch.Frequency));
                    }

                    connection.Send(target.RequestAt(turn));
                    connection.Receive(status: 200);
                    waited[turn] = Milliseconds(Stopwatch.GetTimestamp() - due);
                }
            }

            var threads = Enumerable.Range(0, connections).Select(_ => new Thread(Work)).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });
    }

    private static Observed Observe(Target target, IReadOnlyList<double> waited, Action load)
    {
        var allocated = target.Server.Allocated();
        var served = target.Server.ProcessorTime;
        var generated = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        load();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Observed
        {
            PerSecond = waited.Count / seconds,
            ServerMicroseconds = (target.Server.ProcessorTime - served).TotalMicroseconds / waited.Count,
            GeneratorMicroseconds = (Environment.CpuUsage.TotalTime - generated).TotalMicroseconds / waited.Count,
            Allocated = (target.Server.Allocated() - allocated) / (double)waited.Count,
            Milliseconds = waited,
        };
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
