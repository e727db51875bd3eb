using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Badges.Benchmarks.Load;

/// <summary>A server in a process of its own, which tells where it listens in its first line and ends with its
/// input.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly bool _tellsAllocation;

    private ServerProcess(Process process, JsonElement greeting, bool tellsAllocation)
    {
        _process = process;
        _tellsAllocation = tellsAllocation;
        Greeting = greeting;
    }

    public JsonElement Greeting { get; }

    /// <summary>What it has spent of both cores since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The application of this repository, under the runtime settings that it is published with.</summary>
    public static ServerProcess StartOurs()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Badges.Benchmarks.dll");
        var settings = Path.Combine(AppContext.BaseDirectory, "Badges.Server.runtimeconfig.json");
        return Start(tellsAllocation: true, "dotnet", "exec", "--runtimeconfig", settings, program, "serve");
    }

    /// <summary>Digital Bazaar's verifier behind Node's own HTTP server.</summary>
    public static ServerProcess StartReference(string input) => Start(
        tellsAllocation: false, "node", RepositoryRoot.PathOf("tests/Badges.Benchmarks/node/server.mjs"), input);

    /// <summary>Bytes allocated since it began.</summary>
    public long Allocated() => _tellsAllocation ? Ask("allocated") : 0;

    /// <summary>Bytes that are in use after everything unused was collected.</summary>
    public long Live() => Ask("live");

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static ServerProcess Start(bool tellsAllocation, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("{\"port\"", StringComparison.Ordinal))
            {
                return new ServerProcess(process, JsonElement.Parse(line), tellsAllocation);
            }
        }

        throw new InvalidOperationException($"{program} ended: what it printed says why.");
    }

    private long Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        var answer = _process.StandardOutput.ReadLine();
        return answer is null
            ? throw new InvalidOperationException("The server ended.")
            : long.Parse(answer, CultureInfo.InvariantCulture);
    }
}
