using System.Text.Json.Nodes;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The doubtful cases that the public contract decides, as far as they touch tokens and Open Badges
/// 2.0.</summary>
public class DoubtfulCasesTests
{
    private static readonly DateTimeOffset AfterTheEnd = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string Token => SigningIssuer.Sign(SigningIssuer.Badge());

    [Theory]
    [InlineData(SigningIssuer.KeyAddress)]
    [InlineData(SigningIssuer.DidDocument)]
    public void ProofOrKeyUnreachableAndExpired_IsUndetermined(string address) => Assert.Equal(
        Verdict.Undetermined,
        SigningIssuer.Web().AddFailure(address, FetchOutcome.Unreachable).Verify(Token, at: AfterTheEnd).Verdict);

    [Fact]
    public void ListUnreachableAndExpired_IsExpired() => Assert.Equal(
        Verdict.Expired,
        SigningIssuer.Web().AddFailure(SigningIssuer.List, FetchOutcome.Unreachable)
            .Verify(Token, at: AfterTheEnd).Verdict);

    [Fact]
    public void RevokedAndExpired_IsRevoked() => Assert.Equal(
        Verdict.Revoked,
        SigningIssuer.Web().Add(SigningIssuer.List, SigningIssuer.StatusList(isSet: true))
            .Verify(Token, at: AfterTheEnd).Verdict);

    [Fact]
    public void NameThatResolvesToAPrivateAddress_IsUndetermined() => Assert.Equal(
        Verdict.Undetermined,
        SigningIssuer.Web().AddFailure(SigningIssuer.KeyAddress, FetchOutcome.Forbidden).Verify(Token).Verdict);

    [Fact]
    public void StatusListAtAPrivateAddress_IsUndeterminedForOnlyAWithdrawalFailsTheStatus()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(
            badge => badge["credentialStatus"]!["statusListCredential"] = "https://10.0.0.1/list"));
        var web = SigningIssuer.Web();

        var report = web.Verify(token);

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.AddressNotAllowed),
            (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.DoesNotContain("https://10.0.0.1/list", web.Asked);
    }

    [Fact]
    public void OnlyASuiteThatIsNotImplemented_IsUndeterminedAndOnlyAnUnknownName_Invalid()
    {
        Assert.Equal(Verdict.Undetermined, Embedded("bbs-2023").Verdict);
        Assert.Equal(CheckCodes.ProofSuiteNotSupported, Embedded("bbs-2023").Of(CheckIds.Proof).Code);
        Assert.Equal(Verdict.Invalid, Embedded("eddsa-rdf-2022").Verdict);
        Assert.Equal(CheckCodes.ProofSuiteUnknown, Embedded("eddsa-rdf-2022").Of(CheckIds.Proof).Code);
    }

    [Fact]
    public void RdfProofUnderAContextThatIsNotBundled_IsUndeterminedAndAnInlineContext_Invalid()
    {
        var unknown = Embedded(
            "eddsa-rdfc-2022", badge => badge["@context"]!.AsArray().Add("https://other.example/context"));
        var inline = Embedded(
            "eddsa-rdfc-2022", badge => badge["@context"]!.AsArray().Add(new JsonObject { ["a"] = "b:c" }));

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.ContextUnknown),
            (unknown.Of(CheckIds.Context).Outcome, unknown.Of(CheckIds.Context).Code));
        Assert.Equal(Verdict.Undetermined, unknown.Verdict);
        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.ContextInline),
            (inline.Of(CheckIds.Context).Outcome, inline.Of(CheckIds.Context).Code));
        Assert.Equal(Verdict.Invalid, inline.Verdict);
    }

    [Theory]
    [InlineData("@graph")]
    [InlineData("@type")]
    [InlineData("https://schema.org/name")]
    [InlineData("ex:name")]
    public void RdfProofOverAMemberUnderAnotherName_IsInvalid(string member)
    {
        var report = Embedded("eddsa-rdfc-2022", badge => badge["credentialSubject"]!["achievement"]![member] = "x");

        Assert.Equal(CheckCodes.MemberDisguised, report.Of(CheckIds.Context).Code);
    }

    [Fact]
    public void TokenWithContextsOfItsOwn_IsValidWithARemark()
    {
        var token = SigningIssuer.Sign(
            SigningIssuer.Badge(badge => badge["@context"]!.AsArray().Add("https://other.example/context")));

        var report = SigningIssuer.Web().Verify(token);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(report.Of(CheckIds.Context).Remarks, remark => remark.Code == CheckCodes.ContextOwn);
    }

    [Fact]
    public void TokenWithoutTheContextOfOpenBadges_IsInvalid()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["@context"]!.AsArray().RemoveAt(1)));

        Assert.Equal(CheckCodes.ContextMissing, SigningIssuer.Web().Verify(token).Of(CheckIds.Context).Code);
    }

    [Fact]
    public void OpenBadges2WithExtensionsAndUnknownMembers_IsValid()
    {
        var copy = HostedIssuer.Assertion(isHosted: true, assertion =>
        {
            assertion["somethingElse"] = new JsonObject { ["a:b"] = 1 };
            assertion["extensions:recipientProfile"] = new JsonObject
            {
                ["@context"] = "https://openbadgespec.org/extensions/recipientProfile/context.json",
                ["type"] = new JsonArray("Extension", "extensions:RecipientProfile"),
                ["name"] = "Léa",
            };
        }).ToJsonString();

        var report = HostedIssuer.Web().Add(HostedIssuer.Hosted, copy).Verify(copy);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void HttpAddresses_AreLookedUpAsWrittenAndAskedForUnderHttps()
    {
        var parsed = CredentialParser.FromAddress("http://a.example/1");
        var document = new FetchedDocument
        {
            Address = "http://a.example/1",
            Outcome = FetchOutcome.Fetched,
            Status = 410,
            At = ArchivedWeb.Now,
        };

        Assert.Equal(
            [new("https://a.example/1", DocumentKind.Record)],
            Dependencies.Missing(parsed, new Dictionary<string, FetchedDocument>()));
        Assert.Empty(Dependencies.Missing(
            parsed, new Dictionary<string, FetchedDocument> { ["http://a.example/1"] = document }));
        Assert.Empty(Dependencies.Missing(
            parsed, new Dictionary<string, FetchedDocument> { ["https://a.example/1"] = document }));
    }

    [Fact]
    public void RecipientAskedAndWrong_IsInvalidButSaidToBeGenuine()
    {
        var report = SigningIssuer.Web().Verify(Token, recipient: "urn:uuid:00000000-0000-4000-8000-000000000000");

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(
            "Ce badge est authentique, mais il n’a pas été remis à cette personne.",
            report.Sentence(ReportLanguage.French));
    }

    private static VerificationReport Embedded(string suite, Action<JsonObject>? change = null)
    {
        var badge = SigningIssuer.Badge(each =>
        {
            each["proof"] = new JsonObject
            {
                ["type"] = "DataIntegrityProof",
                ["cryptosuite"] = suite,
                ["created"] = "2026-01-15T10:00:00Z",
                ["verificationMethod"] = $"{SigningIssuer.Did}#rsa-1",
                ["proofPurpose"] = "assertionMethod",
                ["proofValue"] =
                    "z3EGDCgbFWUiMQf4yiQBYUHdF616VD4pQrRt7XB39mxroryVdZi7h15gkKZvDhD1smdxGWGyajAvfJTkxBjJSKbSH",
            };
            change?.Invoke(each);
        });
        return SigningIssuer.Web().Verify(badge.ToJsonString());
    }
}
