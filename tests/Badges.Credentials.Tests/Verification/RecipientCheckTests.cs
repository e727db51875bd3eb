using System.Text.Json.Nodes;
using Badges.Credentials.Recipients;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The <c>recipient</c> check: yes, no, or nothing to compare with.</summary>
public class RecipientCheckTests
{
    private const string Subject = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6";

    private static JsonObject Identifier(string type, string value, bool isHashed, string? salt = null) => new()
    {
        ["type"] = "IdentityObject",
        ["hashed"] = isHashed,
        ["identityHash"] = isHashed ? IdentityHash.Sha256(value, salt ?? string.Empty) : value,
        ["identityType"] = type,
        ["salt"] = salt ?? string.Empty,
    };

    [Theory]
    [InlineData("lea@example.org", CheckOutcome.Passed, Verdict.Valid)]
    [InlineData("Lea@Example.org", CheckOutcome.Passed, Verdict.Valid)]
    [InlineData(" lea@example.org ", CheckOutcome.Passed, Verdict.Valid)]
    [InlineData("marc@example.org", CheckOutcome.Failed, Verdict.Invalid)]
    [InlineData(Subject, CheckOutcome.Passed, Verdict.Valid)]
    [InlineData("urn:uuid:00000000-0000-4000-8000-000000000000", CheckOutcome.Failed, Verdict.Invalid)]
    [InlineData("", CheckOutcome.NotApplicable, Verdict.Valid)]
    [InlineData(null, CheckOutcome.NotApplicable, Verdict.Valid)]
    public void Recipient_HashedEmail_IsCompared(string? asked, CheckOutcome expected, Verdict verdict)
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialSubject"]!["identifier"] =
            new JsonArray(Identifier("emailAddress", "lea@example.org", isHashed: true, "sel"))));

        var report = SigningIssuer.Web().Verify(token, asked);

        Assert.Equal(expected, report.Of(CheckIds.Recipient).Outcome);
        Assert.Equal(verdict, report.Verdict);
        bool? matches = expected switch { CheckOutcome.Passed => true, CheckOutcome.Failed => false, _ => null };
        Assert.Equal(matches, report.Credential!.Recipient.Matches);
        Assert.Null(report.Credential.Recipient.ShownAs);
    }

    [Fact]
    public void Recipient_EmailHashedWithCapitals_IsComparedAsGiven()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialSubject"]!["identifier"] =
            new JsonArray(Identifier("emailAddress", "Lea@Example.org", isHashed: true))));

        Assert.Equal(
            CheckOutcome.Passed, SigningIssuer.Web().Verify(token, "Lea@Example.org").Of(CheckIds.Recipient).Outcome);
    }

    [Fact]
    public void Recipient_PlainName_IsComparedAndShown()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialSubject"]!["identifier"] =
            Identifier("name", "Léa Martin", isHashed: false)));

        var report = SigningIssuer.Web().Verify(token, "léa martin");

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Recipient).Outcome);
        Assert.Equal("Léa Martin", report.Credential!.Recipient.ShownAs);
    }

    [Theory]
    [InlineData("emailAddress", true, "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("emailAddress", true, "+33549000000", CheckOutcome.NotRun)]
    [InlineData("emailAddress", false, "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("emailAddress", false, "marc@example.org", CheckOutcome.Failed)]
    [InlineData("emailAddress", true, "did:web:marc.example", CheckOutcome.NotRun)]
    [InlineData("name", true, "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("name", true, "lea@example.org", CheckOutcome.Passed)]
    [InlineData("name", false, "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("name", true, "marc@example.org", CheckOutcome.NotRun)]
    public void Recipient_AskedInAnotherWayThanTheBadgeNames_IsNeverNo(
        string type, bool isHashed, string asked, CheckOutcome expected)
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialSubject"]!["identifier"] =
            new JsonArray(Identifier(type, "lea@example.org", isHashed, "sel"))));

        var report = SigningIssuer.Web().Verify(token, asked);

        Assert.Equal(expected, report.Of(CheckIds.Recipient).Outcome);
    }

    [Fact]
    public void Recipient_NameAskedOfABadgeThatOnlyKnowsASecret_CannotBeTold()
    {
        var report = SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge()), "Marie Dupont");

        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Null(report.Credential!.Recipient.Matches);
    }

    [Theory]
    [InlineData("email", "lea@example.org", "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("email", "lea@example.org", "marc@example.org", CheckOutcome.Failed)]
    [InlineData("schema:name", "Marie Dupont", "Marc Petit", CheckOutcome.NotRun)]
    [InlineData("schema:name", "Marie Dupont", "marie dupont", CheckOutcome.Passed)]
    [InlineData("url", "https://lea.example/", "Marie Dupont", CheckOutcome.NotRun)]
    [InlineData("url", "https://lea.example/", "https://lea.example/", CheckOutcome.Passed)]
    public void Recipient_PlainInOpenBadges2_IsNeverNoForAName(
        string type, string identity, string asked, CheckOutcome expected)
    {
        var assertion = HostedIssuer.Assertion(isHosted: true, each => each["recipient"] = new JsonObject
        {
            ["type"] = type,
            ["hashed"] = false,
            ["identity"] = identity,
        }).ToJsonString();

        var report = HostedIssuer.Web().Add(HostedIssuer.Hosted, assertion).Verify(assertion, asked);

        Assert.Equal(expected, report.Of(CheckIds.Recipient).Outcome);
    }

    [Fact]
    public void Recipient_EmailAskedOfABadgeThatOnlyKnowsASecret_CannotBeTold()
    {
        var report = SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge()), "lea@example.org");

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.RecipientNotComparable), (
                report.Of(CheckIds.Recipient).Outcome, report.Of(CheckIds.Recipient).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(
            "Ce badge est authentique, mais nous ne pouvons pas confirmer qu’il a été remis à cette personne.",
            report.Sentence(ReportLanguage.French));
    }

    [Fact]
    public void Recipient_TheAwardsSecret_Matches() => Assert.Equal(
        CheckOutcome.Passed,
        SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge()), SignedExamples.Identity)
            .Of(CheckIds.Recipient).Outcome);

    [Theory]
    [InlineData("lea@example.org", CheckOutcome.Passed)]
    [InlineData("LEA@example.org", CheckOutcome.Passed)]
    [InlineData("marc@example.org", CheckOutcome.Failed)]
    [InlineData("+33549000000", CheckOutcome.NotRun)]
    [InlineData("Marie Dupont", CheckOutcome.NotRun)]
    public void Recipient_OfOpenBadges2_IsCompared(string asked, CheckOutcome expected) => Assert.Equal(
        expected,
        HostedIssuer.Web().Verify(HostedIssuer.Assertion(isHosted: true).ToJsonString(), asked)
            .Of(CheckIds.Recipient).Outcome);

    [Theory]
    [InlineData("sha1$8a4a4d1b5b2f3c6d7e8f90a1b2c3d4e5f6071829")]
    [InlineData("sha512$8a4a4d1b5b2f3c6d7e8f90a1b2c3d4e5f6071829")]
    [InlineData("8a4a4d1b5b2f3c6d7e8f90a1b2c3d4e5f6071829")]
    [InlineData("sha256$8a4a")]
    public void Recipient_HashThatCannotBeComputed_CannotBeTold(string hash)
    {
        var identifier = Identifier("emailAddress", "lea@example.org", isHashed: true, "sel");
        identifier["identityHash"] = hash;
        var token = SigningIssuer.Sign(SigningIssuer.Badge(
            badge => badge["credentialSubject"]!["identifier"] = new JsonArray(identifier)));

        var check = SigningIssuer.Web().Verify(token, "lea@example.org").Of(CheckIds.Recipient);

        Assert.Equal((CheckOutcome.NotRun, CheckCodes.RecipientNotComparable), (check.Outcome, check.Code));
    }

    [Fact]
    public void Recipient_OneOfTwoEmailsCannotBeComputed_CannotBeTold()
    {
        var unknown = Identifier("emailAddress", "marc@example.org", isHashed: true, "sel");
        unknown["identityHash"] = "sha1$8a4a4d1b5b2f3c6d7e8f90a1b2c3d4e5f6071829";
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialSubject"]!["identifier"] =
            new JsonArray(Identifier("emailAddress", "lea@example.org", isHashed: true, "sel"), unknown)));

        var web = SigningIssuer.Web();

        Assert.Equal(CheckOutcome.NotRun, web.Verify(token, "marc@example.org").Of(CheckIds.Recipient).Outcome);
        Assert.Equal(CheckOutcome.Passed, web.Verify(token, "lea@example.org").Of(CheckIds.Recipient).Outcome);
    }

    [Fact]
    public void Recipient_Sha1InOpenBadges2_IsUndetermined()
    {
        var assertion = HostedIssuer.Assertion(isHosted: true, each => each["recipient"]!["identity"] =
            "sha1$8a4a4d1b5b2f3c6d7e8f90a1b2c3d4e5f6071829").ToJsonString();

        var report = HostedIssuer.Web().Add(HostedIssuer.Hosted, assertion).Verify(assertion, "lea@example.org");

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Subject).Outcome);
        Assert.Equal(CheckOutcome.NotRun, report.Of(CheckIds.Recipient).Outcome);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }
}
