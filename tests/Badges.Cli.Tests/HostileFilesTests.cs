using System.Collections.Concurrent;
using System.Text.Json;

namespace Badges.Cli.Tests;

/// <summary>Files made to do harm, handed to the command line.</summary>
public sealed class HostileFilesTests
{
    private const int AtOnce = 4;

    [HostileFact]
    public async Task Verify_EachHostileFile_IsAnsweredAsRequired()
    {
        var folder = SharedData.Hostile ?? "";
        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "EXPECTED.json")));
        var cases = expected.RootElement.GetProperty("cases").EnumerateObject()
            .Select(each => (each.Name, Verdict: each.Value.GetProperty("verdict").GetString())).ToList();
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (each, _) =>
            {
                var ran = await BadgesProcess.RunAsync(
                    "verify", Path.Combine(folder, each.Name), "--offline", "--json");
                if (!IsRight(each.Verdict, ran))
                {
                    wrong.Add($"{each.Name}: exit {ran.Code} for {each.Verdict}\n{ran.Output}{ran.Error}");
                }
            });

        Assert.NotEmpty(cases);
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

    /// <summary>Without a network a genuine badge may be undetermined; it is read in any case. What is refused is not
    /// valid, or no badge at all.</summary>
    private static bool IsRight(string? expected, Ran ran) => expected switch
    {
        "ACCEPT" => ran.Code is 0 or 2 && FormatOf(ran) == "passed",
        "REFUSE" => ran.Code is 1 or 2 or 3,
        _ => ran.Code is 0 or 1 or 2 or 3,
    };

    private static string? FormatOf(Ran ran)
    {
        using var report = JsonDocument.Parse(ran.Output);
        return report.RootElement.GetProperty("checks")[0].GetProperty("outcome").GetString();
    }
}
