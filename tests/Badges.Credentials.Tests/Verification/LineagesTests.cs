using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>
/// Badges in the form of the platforms that our users' partners use, a row each: what is expected of the file, and
/// which checks ran. The files were made here, with names and hosts of nobody, in the form that the platform's
/// published source writes or that badges published by their holders have; those with a proof were signed by
/// Digital Bazaar's libraries. A platform whose form could not be read is not here: Credly.
/// </summary>
public class LineagesTests
{
    private const string All = "format context schema subject issuer proof key status validity";

    private static readonly string Folder =
        Repository.PathOf("tests/Badges.Credentials.Tests/Verification/Lineages");

    public static TheoryData<string, string, CredentialFormat, Verdict, string> Rows => new()
    {
        {
            "Open Badge Factory", "open-badge-factory.json", CredentialFormat.OpenBadges3Embedded, Verdict.Valid, All
        },
        {
            "Badgr, Canvas Credentials", "badgr.json", CredentialFormat.OpenBadges2Hosted, Verdict.Valid, All
        },
        {
            "Open Educational Badges", "open-educational-badges.json", CredentialFormat.OpenBadges3Embedded,
            Verdict.Valid, All
        },
        {
            "Moodle", "moodle.json", CredentialFormat.OpenBadges2Hosted, Verdict.Valid, All
        },
        {
            "Digital Credentials Consortium", "digital-credentials-consortium.json",
            CredentialFormat.OpenBadges3Embedded, Verdict.Valid, All
        },
        {
            "Digital Credentials Consortium, data model 1.1", "digital-credentials-consortium-1.1.json",
            CredentialFormat.OpenBadges3Embedded, Verdict.Revoked,
            "format context schema subject issuer proof key validity"
        },
    };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Verify_FileOfALineage_GivesItsVerdictByTheChecksOfTheRow(
        string lineage, string file, CredentialFormat format, Verdict verdict, string passed)
    {
        var report = Web().Verify(File.ReadAllBytes(Path.Combine(Folder, file)), trust: Trust.Unknown);

        Assert.True(report?.Verdict == verdict, $"{lineage}: {report.Explain()}");
        Assert.Equal(format, report!.Format);
        Assert.Equal(
            passed.Split(' '),
            report.Checks.Where(check => check.Outcome is CheckOutcome.Passed).Select(check => check.Id));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Verify_FileOfALineageWithoutItsDocuments_IsUndetermined(string file)
    {
        var report = new ArchivedWeb().Verify(File.ReadAllBytes(Path.Combine(Folder, file)));

        Assert.True(report?.Verdict is Verdict.Undetermined, report.Explain());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Verify_FileOfALineageForAPerson_ComparesTheAddressWhereThereIsOne(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));

        var other = Web().Verify(bytes, recipient: "tom@example.org")!.Of(CheckIds.Recipient).Outcome;
        var own = Web().Verify(bytes, recipient: "lea@example.org")!.Of(CheckIds.Recipient).Outcome;

        // Those of the consortium name their subject by a DID alone.
        var expected = file.StartsWith("digital", StringComparison.Ordinal)
            ? (CheckOutcome.NotRun, CheckOutcome.NotRun)
            : (CheckOutcome.Failed, CheckOutcome.Passed);
        Assert.Equal(expected, (other, own));
    }

    private static ArchivedWeb Web() => ArchivedWeb.Load(Path.Combine(Folder, "web"));
}
