using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>
/// The published vectors, by their index. "valid": none of format to proof failed, and proof passed; the key may be out
/// of reach. "invalid(x)": the verdict is not valid. "warning": as valid, with a remark.
/// </summary>
public class ManifestTests
{
    // 1EdTech's mock server answers an assertion at its own address.
    private static readonly string[] Bases =
        ["https://example.org/", "http://example.org/", "https://www.example.org/"];

    public static TheoryData<string, string> Badges()
    {
        var rows = new TheoryData<string, string>();
        if (SharedData.Vectors is { } folder)
        {
            foreach (var row in File.ReadLines(Path.Combine(folder, "MANIFEST.tsv")).Skip(1).Select(
                line => line.Split('\t')))
            {
                // What the W3C's folders hold are credentials that are no badges: they test proofs, not verdicts.
                if (row[1] is "OB2" or "OB3")
                {
                    rows.Add(row[0], row[2]);
                }
            }
        }

        return rows;
    }

    [VectorsTheory]
    [MemberData(nameof(Badges), DisableDiscoveryEnumeration = true)]
    public void Verify_PublishedVector_GivesWhatTheIndexSays(string file, string expected)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedData.Vectors!, file));

        if (Web(bytes).Verify(bytes) is not { } report)
        {
            // Single Open Badges 2.0 objects, which test the classes of JSON-LD: nobody hands them in as a badge.
            Assert.True(IsSingleObject(bytes), "no badge in it");
            return;
        }

        if (expected.StartsWith("invalid", StringComparison.Ordinal) || expected == "parse only")
        {
            Assert.True(report.Verdict is not Verdict.Valid, report.Explain());
            return;
        }

        Assert.True(
            CheckIds.Decisive.Except([CheckIds.Key]).All(id => !report.Of(id).HasFailed)
            && report.Of(CheckIds.Proof).Outcome is CheckOutcome.Passed,
            $"{expected}: {report.Explain()}");
        if (expected.StartsWith("warning", StringComparison.Ordinal))
        {
            Assert.NotEmpty(report.Checks.SelectMany(check => check.Remarks));
        }
    }

    private static bool IsSingleObject(byte[] bytes) =>
        bytes[0] == '{' && !JsonElement.Parse(bytes).TryGetProperty("recipient", out _);

    private static ArchivedWeb Web(byte[] badge)
    {
        var web = new ArchivedWeb();
        foreach (
            var file in Directory.GetFiles(Path.Combine(SharedData.Vectors!, "1edtech-validator", "ob20", "assets")))
        {
            foreach (var address in Bases)
            {
                web.Add(address + Path.GetFileName(file), File.ReadAllBytes(file));
            }
        }

        return SubmittedBadge.Read(badge).Credential is { HostedAddress: { } hosted } parsed
            ? web.Add(hosted.Replace("http:", "https:", StringComparison.Ordinal), parsed.Text)
            : web;
    }
}
