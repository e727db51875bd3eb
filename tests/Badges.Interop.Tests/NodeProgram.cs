using System.Diagnostics;
using System.Text.Json;

namespace Badges.Interop.Tests;

/// <summary>Runs one of the independent programs of the folder <c>node</c>.</summary>
internal static class NodeProgram
{
    /// <summary>What the program printed, as JSON; an exception with its reason when it refused.</summary>
    public static async Task<JsonElement> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.Node ?? "node")
        {
            WorkingDirectory = Programs.NodeFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonDocument.Parse(await output).RootElement
            : throw new RefusedByPeerException(await error);
    }
}

/// <summary>An independent program refused what it was given; the message says why.</summary>
internal sealed class RefusedByPeerException(string reason) : Exception(reason);
