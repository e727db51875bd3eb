using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;
using static Badges.Fuzzing.PropertyException;

namespace Badges.Fuzzing.Targets;

/// <summary>The whole way from bytes to a report. A genuine badge that was changed is valid only where nothing that the
/// report shows was changed.</summary>
public static class BadgeTarget
{
    private const int MostRounds = 10;

    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[][] Genuine =
    [
        Bytes(FuzzBadges.Rdfc),
        Bytes(FuzzBadges.Jcs),
        Bytes(FuzzBadges.Jwt),
        PngBaking.Bake(TestPictures.Png(), FuzzBadges.Rdfc, null),
        SvgBaking.Bake(Bytes(FuzzBadges.Svg), FuzzBadges.Jcs),
        SvgBaking.Bake(Bytes(FuzzBadges.Svg), FuzzBadges.Jwt),
    ];

    private static readonly HashSet<string> Shown = [.. Genuine.Select(each => Summary(Verify(each)))];

    public static FuzzTarget Badge { get; } = new("badge", Run)
    {
        Seeds = Genuine,
        Words =
        [
            "\"@context\":", "\"@id\":", "\"proof\":[],", "\"validUntil\":\"2020-01-01T00:00:00Z\",", "\"type\":\"X\",",
            "\"credentialStatus\":{\"type\":\"BitstringStatusListEntry\"},", "\"endorsementJwt\":[\"eyJ\"],",
            "\"name\":\"x\",",
            "\"refreshService\":{\"id\":\"https://a.example/\",\"type\":\"1EdTechCredentialRefresh\"},",
            "data:application/vc+jwt,",
        ],
        IsJson = true,
        Repair = bytes => bytes is [0x89, ..] ? FuzzBadges.RepairPng(bytes) : bytes,
        MostTime = TimeSpan.FromSeconds(2),
        MostAllocated = 256 * 1024 * 1024,
    };

    private static void Run(byte[] bytes)
    {
        if (Verify(bytes) is not { } report)
        {
            return;
        }

        Require(report.Checks.Select(check => check.Id).SequenceEqual(CheckIds.All), "every check is told");
        Require(
            report.Verdict is not Verdict.Valid || Shown.Contains(Summary(report)),
            "a valid badge shows what its issuer signed");
        JsonDocument.Parse(report.ToJson(ReportLanguage.French)).Dispose();
    }

    private static VerificationReport? Verify(byte[] bytes)
    {
        var submitted = SubmittedBadge.Read(bytes);
        var origin = new ReportOrigin(submitted.Container);
        if (submitted.Code is { } code)
        {
            return VerificationReport.Unreadable(origin, code, submitted.Arguments, Now);
        }

        if (submitted.Credential is not { } parsed)
        {
            return null;
        }

        var documents = new Dictionary<string, FetchedDocument>();
        for (var round = 0; Dependencies.Missing(parsed, documents) is { Count: > 0 } missing; round++)
        {
            Require(round < MostRounds, "what is missing is asked for in a few rounds");
            foreach (var each in missing)
            {
                Require(!documents.ContainsKey(each.Address), "nothing is asked for twice");
                documents[each.Address] = new() { Address = each.Address, Outcome = FetchOutcome.NotFound, At = Now };
            }
        }

        var resolved = new ResolvedCredential(parsed, documents, null);
        return VerificationReport.Create(origin, Checks.Run(resolved, Now), _ => Trust.Known);
    }

    private static string Summary(VerificationReport? report) =>
        report is null ? "" : JsonNode.Parse(report.ToJson(ReportLanguage.French))?["credential"]?.ToJsonString() ?? "";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
