using System.Diagnostics;
using SharpFuzz;

namespace Badges.Fuzzing;

/// <summary>Runs this program again from a copy whose libraries count their branches.</summary>
public static class Instrumented
{
    public const string Marker = "BADGES_FUZZING_COUNTS_BRANCHES";

    private static readonly string[] Libraries =
        ["Badges.Credentials.dll", "Badges.LinkedData.dll", "Badges.Imaging.dll", "Badges.Server.dll"];

    public static async Task<int> RunAsync(IEnumerable<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("badges-fuzzing-").FullName;
        try
        {
            Copy(AppContext.BaseDirectory, folder);
            foreach (var library in Libraries)
            {
                Fuzzer.Instrument(Path.Combine(folder, library), IsFuzzed, Options.Value);
            }

            var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Badges.Fuzzing.dll"), .. arguments]);
            start.Environment[Marker] = "1";
            using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Of the server only what reads the requests and answers of strangers.</summary>
    private static bool IsFuzzed(string type) => !type.StartsWith("Badges.Server.", StringComparison.Ordinal)
        || type.StartsWith("Badges.Server.Http.", StringComparison.Ordinal)
        || type.StartsWith("Badges.Server.Features.Verification.", StringComparison.Ordinal);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? to);
            File.Copy(file, copy);
        }
    }
}
