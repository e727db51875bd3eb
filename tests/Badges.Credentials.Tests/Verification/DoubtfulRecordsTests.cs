using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The doubtful cases that the public contract decides, as far as they touch copies, proofs beside each other,
/// claims and addresses. The others are in <see cref="DoubtfulCasesTests"/>; those of a refreshed credential, in
/// <see cref="RefreshTests"/>.</summary>
public class DoubtfulRecordsTests
{
    private static string HostedCopy => HostedIssuer.Assertion(isHosted: true).ToJsonString();

    [Fact]
    public void Verify_HostedCopyThatDiffersFromTheBakedOne_IsTheOneJudgedAndThatIsSaid()
    {
        var baked = PngBaking.Bake(
            TestPictures.Png(), null,
            HostedIssuer.Assertion(isHosted: true, each => each["expires"] = "2026-01-20T00:00:00Z").ToJsonString());

        var report = HostedIssuer.Web().Verify(baked)!;

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Contains(
            HostedIssuer.Hosted, report.Of(CheckIds.Format).Detail(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_HostedAddressOutOfReach_TheBakedCopyProvesNothing()
    {
        var baked = PngBaking.Bake(TestPictures.Png(), null, HostedCopy);

        var report = HostedIssuer.Web().AddFailure(HostedIssuer.Hosted, FetchOutcome.TimedOut).Verify(baked)!;

        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(CheckOutcome.NotRun, report.Of(CheckIds.Proof).Outcome);
    }

    [Fact]
    public void Verify_GoodProofBesideOneOfASuiteThatIsNotImplemented_IsValidWithADetail()
    {
        var report = EmbeddingIssuer.Web().Verify(EmbeddingIssuer.SignAndChange(badge =>
        {
            var other = badge["proof"]![0]!.DeepClone();
            other["cryptosuite"] = "bbs-2023";
            badge["proof"]!.AsArray().Add(other);
        }));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Contains(
            "bbs-2023", report.Of(CheckIds.Proof).Detail(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://10.0.0.1/key")]
    [InlineData("https://[::1]/key")]
    [InlineData("https://[64:ff9b::7f00:1]/key")]
    [InlineData("https://0x7f.1/key")]
    [InlineData("ftp://badges.example/key")]
    [InlineData("file:///etc/passwd")]
    public void Verify_KidThatMayNeverBeFetched_IsInvalidAndNotAsked(string kid)
    {
        var web = SigningIssuer.Web();

        var report = web.Verify(SigningIssuer.Sign(SigningIssuer.Badge(), kid: kid));

        Assert.Equal(CheckCodes.AddressNotAllowed, report.Of(CheckIds.Proof).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.DoesNotContain(kid, web.Asked);
    }

    [Fact]
    public void Verify_NoCredentialStatus_IsNotApplicableAndValid()
    {
        var report = SigningIssuer.Web().Verify(
            SigningIssuer.Sign(SigningIssuer.Badge(badge => badge.Remove("credentialStatus"))));

        Assert.Equal(CheckOutcome.NotApplicable, report.Of(CheckIds.Status).Outcome);
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Theory]
    [InlineData("iss", "\"did:web:other.example\"")]
    [InlineData("sub", "\"urn:uuid:00000000-0000-4000-8000-000000000000\"")]
    [InlineData("jti", "\"https://badges.example/credentials/other\"")]
    [InlineData("nbf", "1000000000")]
    [InlineData("exp", "4000000000")]
    public void Verify_ClaimThatContradictsTheCredential_FailsTheProof(string claim, string value)
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge());
        payload[claim] = JsonNode.Parse(value);

        var report = SigningIssuer.Web().Verify(SignPayload(payload));

        Assert.Equal(
            (Verdict.Invalid, CheckCodes.ClaimContradicts), (report.Verdict, report.Of(CheckIds.Proof).Code));
        Assert.Equal([claim], report.Of(CheckIds.Proof).Arguments);
    }

    [Fact]
    public void Verify_MissingSub_IsARemark()
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge());
        payload.Remove("sub");

        var report = SigningIssuer.Web().Verify(SignPayload(payload));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CheckCodes.ClaimMissing, Assert.Single(report.Of(CheckIds.Proof).Remarks).Code);
    }

    [Fact]
    public void Verify_PictureWithBothStandards_IsJudgedByTheNewerEvenWhenTheOlderIsGood()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey);
        var web = SigningIssuer.Web();
        foreach (var address in new[] { HostedIssuer.Id, HostedIssuer.Hosted, HostedIssuer.Class })
        {
            web.Add(address, HostedIssuer.Web().Find(address).Body.ToArray());
        }

        var report = web.Verify(PngBaking.Bake(TestPictures.Png(), token, HostedCopy))!;

        Assert.Equal((Verdict.Invalid, CredentialFormat.OpenBadges3Jwt), (report.Verdict, report.Format));
        Assert.Contains("2.0", report.Of(CheckIds.Format).Detail(ReportLanguage.French), StringComparison.Ordinal);
    }

    private static string SignPayload(JsonObject payload) => SigningIssuer.SignRaw(
        $$"""{"alg":"RS256","kid":"{{SigningIssuer.KeyAddress}}","typ":"JWT"}""", payload.ToJsonString());
}
