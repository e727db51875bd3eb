using System.Diagnostics;
using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Inputs made to break a verifier: never an exception, never "valid" for what has to be refused, never
/// slow.</summary>
public class HostileTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        if (SharedData.Hostile is { } folder)
        {
            using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "EXPECTED.json")));
            foreach (var each in expected.RootElement.GetProperty("cases").EnumerateObject())
            {
                cases.Add(each.Name, each.Value.GetProperty("verdict").GetString()!);
            }
        }

        return cases;
    }

    [HostileTheory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Verify_HostileFile_IsAnsweredAsRequired(string file, string expected)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedData.Hostile!, file));
        var web = SharedData.Samples is { } samples
            ? ArchivedWeb.Load(Path.Combine(samples, "web"))
            : new ArchivedWeb();
        var time = Stopwatch.StartNew();

        var report = web.Verify(bytes);

        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), $"{file} took {time.Elapsed}");
        if (expected == "REFUSE")
        {
            Assert.True(report is not { Verdict: Verdict.Valid }, $"{file}: {report.Explain()}");
        }

        if (expected == "ACCEPT")
        {
            Assert.True(
                report is not null && report.Of(CheckIds.Format).Outcome is CheckOutcome.Passed
                && report.Verdict is Verdict.Valid or Verdict.Undetermined,
                $"{file}: {report.Explain()}");
        }
    }

    [HostileFact]
    public void Verify_PictureWithBothStandards_JudgesTheNewerAndSaysSo()
    {
        var report = new ArchivedWeb().Verify(
            File.ReadAllBytes(Path.Combine(SharedData.Hostile!, "png", "h19-ob2-and-ob3.png")))!;

        Assert.Equal(CredentialFormat.OpenBadges3Embedded, report.Format);
        Assert.Contains(report.Of(CheckIds.Format).Remarks, remark => remark.Code == CheckCodes.OlderCopyBeside);
    }
}
