using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges2;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Wrong verdicts that other systems were seen to give, one test a row of the list; each has ours answer
/// right.</summary>
public class WrongVerdictsTests
{
    private const string Keyword3 = PngBaking.OpenBadges3Keyword;
    private const string Keyword2 = PngBaking.OpenBadges2Keyword;

    private static string Token => SigningIssuer.Sign(SigningIssuer.Badge());

    private static string HostedCopy => HostedIssuer.Assertion(isHosted: true).ToJsonString();

    private static string Jwk(RsaSigningKey key) => key.PublicJwk(null);

    [Fact]
    public void V1_ForgedProofWithARightRecipient_IsInvalid()
    {
        var forged = SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey);

        Assert.Equal(Verdict.Invalid, SigningIssuer.Web().Verify(forged, recipient: SignedExamples.Identity).Verdict);
    }

    [Fact]
    public void V2_OurOwnBadgeWithoutItsDocuments_IsNotValidForBeingOurs()
    {
        Assert.Equal(Verdict.Undetermined, new ArchivedWeb().Verify(Token, trust: Trust.Known).Verdict);
        Assert.Equal(Trust.Unknown, new ArchivedWeb().Verify(Token, trust: Trust.Known).Trust);
    }

    [Fact]
    public void V3_CriteriaInTheReport_AreTheBadgesOwn() => Assert.Equal(
        "1. Choisit l’abrasif.\n2. Contrôle au toucher.\n",
        Assert.Single(SigningIssuer.Web().Verify(Token).Credential!.Criteria).Narrative);

    [Fact]
    public void V7_CheckThatDidNotRun_IsNeverPassed()
    {
        var checks = new ArchivedWeb().Verify(Token).Checks;

        string[] notRun = [CheckIds.Proof, CheckIds.Key, CheckIds.Status, CheckIds.Picture, CheckIds.Evidence];
        Assert.All(
            notRun,
            id => Assert.NotEqual(CheckOutcome.Passed, checks.Of(id).Outcome));
    }

    [Fact]
    public void V9_OneEdTechRevocationList_IsRead()
    {
        const string List = "https://badges.example/revocations";
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialStatus"] =
            new JsonObject { ["id"] = List, ["type"] = "1EdTechRevocationList" }));
        var body = $$"""{"revokedCredential":[{"id":"{{SignedExamples.Credential.Id}}","revoked":true}]}""";

        Assert.Equal(Verdict.Revoked, SigningIssuer.Web().Add(List, body).Verify(token).Verdict);
    }

    [Fact]
    public void V10_StatusListNotThere_IsUndetermined() => Assert.Equal(
        Verdict.Undetermined, SigningIssuer.Web().Add(SigningIssuer.List, "not found", 404).Verify(Token).Verdict);

    [Fact]
    public void V11_EveryWrappingOfABadge_IsRead()
    {
        var web = SigningIssuer.Web();

        Assert.Equal(Verdict.Valid, web.Verify(PngBaking.Bake(TestPictures.Png(), Token, null))!.Verdict);
        Assert.Equal(
            Verdict.Valid, web.Verify(SvgBaking.Bake(Encoding.UTF8.GetBytes(TestPictures.Svg), Token))!.Verdict);
        Assert.Equal(Verdict.Valid, web.Verify(Encoding.UTF8.GetBytes($"\uFEFF \r\n{Token}\n"))!.Verdict);
    }

    [Fact]
    public void V12_SignedWithSomebodyElsesKey_PassesTheProofAndFailsTheKey()
    {
        var web = SigningIssuer.Web().Add("https://evil.example/key", Jwk(SigningIssuer.OtherKey));

        var report = web.Verify(
            SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey, "https://evil.example/key"));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(CheckOutcome.Failed, report.Of(CheckIds.Key).Outcome);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void V13_AccentsAndEmojiInABakedPicture_AreKept()
    {
        var badge = SigningIssuer.Badge(
            each => each["credentialSubject"]!["achievement"]!["name"] = "Œuvre d’été – 🪵 – Ça marche");
        var report = SigningIssuer.Web().Verify(PngBaking.Bake(TestPictures.Png(), SigningIssuer.Sign(badge), null))!;

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal("Œuvre d’été – 🪵 – Ça marche", report.Credential!.Name);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(410)]
    public void V14_AssertionTakenBackAtItsAddress_IsRevoked(int status)
    {
        var web = HostedIssuer.Web().Add(
            HostedIssuer.Hosted, Assertion.RevokedJson(HostedIssuer.Hosted, "Erreur"), status);

        Assert.Equal(Verdict.Revoked, web.Verify(HostedCopy).Verdict);
    }

    [Fact]
    public void V15_AnotherRecipientThanTheOneOfASvg_FailsTheRecipient()
    {
        var svg = SvgBaking.Bake(Encoding.UTF8.GetBytes(TestPictures.Svg), HostedCopy);

        var report = HostedIssuer.Web().Verify(svg, recipient: "quelqu.un@example.org")!;

        Assert.Equal(CheckOutcome.Failed, report.Of(CheckIds.Recipient).Outcome);
        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(Verdict.Valid, HostedIssuer.Web().Verify(svg, recipient: "Lea@Example.org")!.Verdict);
    }

    [Theory]
    [InlineData(Keyword2)]
    [InlineData(Keyword3)]
    public void V16_PictureWhoseChunkHoldsAnEmptyObject_IsNoBadge(string keyword)
    {
        var submitted = SubmittedBadge.Read(TestPictures.Png(TestPictures.International(keyword, "{}")));

        Assert.True(submitted.HasNoBadge);
    }

    [Fact]
    public void V17_RecipientNotAsked_ChangesNothing()
    {
        var report = SigningIssuer.Web().Verify(Token);

        Assert.Equal(
            (CheckOutcome.NotApplicable, CheckCodes.NobodyAsked),
            (report.Of(CheckIds.Recipient).Outcome, report.Of(CheckIds.Recipient).Code));
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Fact]
    public void V18_AssertionOutsideStartsWithOnTheSameHost_FailsTheKey()
    {
        const string Address = "https://badges.example/ob2/issuers/autre/assertions/1";
        var copy = HostedIssuer.Assertion(isHosted: true, each => each["id"] = Address).ToJsonString();

        var report = HostedIssuer.Web().Add(Address, copy).Verify(copy);

        Assert.Equal(CheckCodes.OutsideIssuerScope, report.Of(CheckIds.Key).Code);
    }

    [Fact]
    public void V19_SelfSignedWithAKeyInTheHeader_FailsTheKey()
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge()).ToJsonString();
        var forged = SigningIssuer.SignRaw(
            $$"""{"alg":"RS256","jwk":{{Jwk(SigningIssuer.OtherKey)}}}""", payload, SigningIssuer.OtherKey);

        var report = SigningIssuer.Web().Verify(forged);

        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void V20_UnknownStatusType_IsUndetermined()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialStatus"] =
            new JsonObject { ["id"] = "https://badges.example/s", ["type"] = "SomeOtherStatus" }));

        Assert.Equal(Verdict.Undetermined, SigningIssuer.Web().Verify(token).Verdict);
    }

    [Fact]
    public void V21_KeyFromThePayloadsOwnAddress_IsNotTheIssuers()
    {
        const string Evil = "https://evil.example/key";
        var assertion = HostedIssuer.Assertion(isHosted: false, each => each["verification"]!["creator"] = Evil);
        var pem = SigningIssuer.OtherKey.PublicPem;
        var key = new CryptographicKey { Id = Evil, Owner = HostedIssuer.Id, PublicKeyPem = pem };

        var report = HostedIssuer.Web().Add(Evil, key.ToJson()).Verify(
            HostedIssuer.Sign(assertion, SigningIssuer.OtherKey));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Theory]
    [InlineData(
        """{"uid":"1","recipient":"a@b","badge":{},"verify":{"type":"hosted","url":"https://a.example/1"}}""",
        CredentialFormat.OpenBadges1)]
    [InlineData(
        """{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}""",
        CredentialFormat.OpenBadges2Hosted)]
    [InlineData(
        """{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]}""",
        CredentialFormat.OpenBadges3Embedded)]
    public void V22_EveryGeneration_IsReadAndNamed(string text, CredentialFormat expected) =>
        Assert.Equal(expected, CredentialParser.Parse(text).Credential!.Format);

    [Fact]
    public void V26_RevocationListThatOnlyTheProfileNames_IsRead()
    {
        var web = HostedIssuer.Web().Add(
            HostedIssuer.Revocations, HostedIssuer.RevocationListOf(HostedIssuer.SignedId));

        Assert.Equal(Verdict.Revoked, web.Verify(HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false))).Verdict);
    }

    [Theory]
    [InlineData(Keyword2)]
    [InlineData(Keyword3)]
    public void V29_TwoChunksOfOneKeyword_FailTheFormat(string keyword)
    {
        var chunk = TestPictures.International(keyword, Token);

        Assert.Equal(CheckCodes.TwoRecords, SubmittedBadge.Read(TestPictures.Png(chunk, chunk)).Code);
    }

    [Fact]
    public void V30_CompressedRecord_IsRefusedIn3AndReadIn2()
    {
        var badly3 = TestPictures.Png(TestPictures.International(Keyword3, Token, isCompressed: true));
        byte[][] old2 =
        [
            TestPictures.Png(TestPictures.International(Keyword2, HostedCopy, isCompressed: true)),
            TestPictures.Png(TestPictures.Latin1(Keyword2, HostedCopy)),
            TestPictures.Png(TestPictures.CompressedLatin1(Keyword2, HostedCopy)),
            TestPictures.Png(TestPictures.Latin1(Keyword2, HostedIssuer.Hosted)),
        ];

        Assert.Equal(CheckCodes.CompressedRecord, SubmittedBadge.Read(badly3).Code);
        Assert.All(old2, picture =>
        {
            var report = HostedIssuer.Web().Verify(picture);
            Assert.True(report?.Verdict is Verdict.Valid, report.Explain());
            Assert.Contains(report!.Of(CheckIds.Format).Remarks, remark => remark.Code == CheckCodes.BakedInOldWay);
        });
    }

    [Fact]
    public void V31_ListShorterThanTheMinimum_IsReadWithARemark()
    {
        var list = SigningIssuer.StatusList(
            change: each => each["credentialSubject"]!["encodedList"] = SigningIssuer.EncodeShort(new byte[12_500]));

        var report = SigningIssuer.Web().Add(SigningIssuer.List, list).Verify(Token);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(report.Of(CheckIds.Status).Remarks, remark => remark.Code == CheckCodes.ListShort);
    }

    [Fact]
    public void V32_BothStandardsInOnePicture_TheNewerIsJudgedAndTheOtherNamed()
    {
        var report = SigningIssuer.Web().Verify(PngBaking.Bake(TestPictures.Png(), Token, HostedCopy))!;

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(CredentialFormat.OpenBadges3Jwt, report.Format);
        Assert.Contains("2.0", Detail(report, CheckIds.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void V33_UnsignedListOnTheIssuersHost_CountsAndThatIsSaid()
    {
        const string List = "https://badges.example/revocations";
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialStatus"] =
            new JsonObject { ["id"] = List, ["type"] = "1EdTechRevocationList" }));

        var report = SigningIssuer.Web().Add(List, """{"revokedCredential":[]}""").Verify(token);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains("n’est pas signée", Detail(report, CheckIds.Status), StringComparison.Ordinal);
    }

    [Fact]
    public void V34_AddressThatMayNotBeFetched_IsInvalidWhenLiteralAndUndeterminedByName()
    {
        var literal = HostedIssuer.Assertion(isHosted: true, each => each["id"] = "https://127.0.0.1/1").ToJsonString();
        var web = HostedIssuer.Web().AddFailure(HostedIssuer.Hosted, FetchOutcome.Forbidden);

        Assert.Equal(Verdict.Invalid, web.Verify(literal).Verdict);
        Assert.Equal(Verdict.Undetermined, web.Verify(HostedCopy).Verdict);
    }

    private static string Detail(VerificationReport report, string id)
    {
        var json = JsonNode.Parse(report.ToJson(ReportLanguage.French))!;
        return json["checks"]!.AsArray()
            .Single(each => each!["id"]!.GetValue<string>() == id)!["detail"]!.GetValue<string>();
    }
}
