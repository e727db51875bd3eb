using System.Text.Json;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Signed samples and files made to do harm, handed in through the service itself.</summary>
public sealed class SharedFilesTests
{
    [SamplesFact]
    public async Task Post_EachSample_HasItsVerdictOrIsNotDecidedYet()
    {
        var folder = SharedData.Samples ?? "";
        await using var app = await ArchivedWeb.StartAsync(Path.Combine(folder, "web"));
        using var client = app.ClientWithKey(app.StructureKey);
        var wrong = new List<string>();
        foreach (var (name, expected) in ArchivedWeb.Expected(folder))
        {
            using var answer = await client.PostFileAsync(await File.ReadAllBytesAsync(Path.Combine(folder, name)));
            var verdict = await VerdictOfAsync(answer);
            if (!IsRight(expected, verdict))
            {
                wrong.Add($"{name}: {verdict} instead of {expected}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [HostileFact]
    public async Task Post_EachHostileFile_IsAnsweredAsRequired()
    {
        var folder = SharedData.Hostile ?? "";
        await using var app = await TestApp.StartAsync();
        using var client = app.ClientWithKey(app.StructureKey);
        using var page = new PageClient(app.ClientWithKey(app.StructureKey));
        var wrong = new List<string>();
        foreach (var (name, expected) in ArchivedWeb.Expected(folder))
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, name));
            using var answer = await client.PostFileAsync(file);
            var status = (int)answer.StatusCode;
            var report = await answer.JsonAsync();
            using var shown = await page.PostFilesAsync("/verifier", [], new() { ["file"] = (file, "x") });
            if (!IsAnswered(status) || !IsAnswered((int)shown.StatusCode) || !IsAsRequired(expected, status, report))
            {
                wrong.Add($"{name}: {status}, page {(int)shown.StatusCode}, {report}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsAnswered(int status) => status is 200 or 413 or 422;

    /// <summary>A genuine badge is read, whatever its picture holds besides; no network answers here.</summary>
    private static bool IsAsRequired(string expected, int status, JsonElement report) => expected switch
    {
        "ACCEPT" => status == 200 && report.Check("format").Text("outcome") == "passed"
            && report.Verdict() is "valid" or "undetermined",
        "REFUSE" => status != 200 || report.Verdict() is "invalid" or "undetermined",
        _ => true,
    };

    private static async Task<string> VerdictOfAsync(HttpResponseMessage answer) =>
        (int)answer.StatusCode == 200 ? (await answer.JsonAsync()).Verdict() : ((int)answer.StatusCode).ToString(
            System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// What cannot be checked yet is undetermined; what is refused is not valid, whatever it is called.
    /// </summary>
    private static bool IsRight(string expected, string verdict) => expected switch
    {
        "VALID" => verdict is "valid" or "undetermined",
        "INVALID" => verdict is "invalid" or "undetermined" or "422" or "413",
        _ => verdict == "undetermined" || verdict.Equals(expected, StringComparison.OrdinalIgnoreCase),
    };
}
