using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The signed samples, judged at their own instant over the documents kept with them.</summary>
public class SamplesTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        if (SharedData.Samples is { } folder)
        {
            using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "EXPECTED.json")));
            foreach (var each in expected.RootElement.GetProperty("cases").EnumerateObject())
            {
                cases.Add(each.Name, each.Value.GetProperty("verdict").GetString()!);
            }
        }

        return cases;
    }

    [SamplesTheory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Verify_Sample_GivesTheExpectedVerdict(string file, string expected)
    {
        var web = ArchivedWeb.Load(Path.Combine(SharedData.Samples!, "web"));

        var report = web.Verify(File.ReadAllBytes(Path.Combine(SharedData.Samples!, file)));

        var verdict = report?.Verdict ?? Verdict.Invalid; // a picture without a badge
        var expectedVerdict = Enum.Parse<Verdict>(expected, ignoreCase: true);

        Assert.True(verdict == expectedVerdict, $"{file}: expected {expectedVerdict}, got {report.Explain()}");
    }
}
