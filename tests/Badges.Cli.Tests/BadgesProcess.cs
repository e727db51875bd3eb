using System.Diagnostics;

namespace Badges.Cli.Tests;

/// <summary>The command line as people run it: a process of its own.</summary>
public static class BadgesProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "badges.dll");

    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(arguments, null, null);

    public static async Task<Ran> RunAsync(
        IEnumerable<string> arguments, byte[]? input, IReadOnlyDictionary<string, string>? environment,
        string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var name in new[] { "LANG", "LC_ALL", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input ?? []);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, await output, await error);
    }
}

/// <summary>How a command ended, and what it said.</summary>
public sealed record Ran(int Code, string Output, string Error)
{
    public void Expect(int code) => Assert.True(Code == code, $"exit {Code} instead of {code}\n{Output}\n{Error}");
}
