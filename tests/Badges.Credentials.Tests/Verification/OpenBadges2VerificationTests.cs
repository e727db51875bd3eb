using System.Text.Json.Nodes;
using Badges.Credentials.OpenBadges2;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Open Badges 2.0, hosted and signed: from a good one to each way of being wrong.</summary>
public class OpenBadges2VerificationTests
{
    private const string OldMembers = """
        "uid":"1","recipient":"sha256$00","badge":"https://a.example/b",
        "verify":{"type":"hosted","url":"https://a.example/1"},"issuedOn":"2013-01-01"
        """;

    private static string HostedCopy(Action<JsonObject>? change = null) =>
        HostedIssuer.Assertion(isHosted: true, change).ToJsonString();

    private static string SignedCopy(Action<JsonObject>? change = null) =>
        HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false, change));

    [Fact]
    public void Hosted_AsTheServiceHostsIt_IsValid()
    {
        var report = HostedIssuer.Web().Verify(HostedCopy());

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CredentialFormat.OpenBadges2Hosted, report.Format);
        Assert.Equal(HostedIssuer.Hosted, report.Of(CheckIds.Proof).Source);
        Assert.Equal("Atelier Bois", report.Credential!.Issuer.Name);
        Assert.Equal("Délissage des bois", report.Credential.Name);
    }

    [Fact]
    public void Signed_AsTheServiceSignsIt_IsValid()
    {
        var report = HostedIssuer.Web().Verify(SignedCopy());

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CredentialFormat.OpenBadges2Signed, report.Format);
        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Status).Outcome);
    }

    [Fact]
    public void Hosted_CopySaysSomethingElse_TheOneAtTheAddressIsJudgedAndThatIsSaid()
    {
        var report = HostedIssuer.Web().Verify(HostedCopy(each => each["issuedOn"] = "2030-01-01T00:00:00Z"));

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(report.Of(CheckIds.Format).Remarks, remark => remark.Code == CheckCodes.CopyDiffers);
        Assert.Equal(2026, report.Credential!.IssuedOn!.Value.Year);
    }

    [Theory]
    [InlineData(FetchOutcome.Unreachable)]
    [InlineData(FetchOutcome.NotFound)]
    [InlineData(FetchOutcome.TimedOut)]
    [InlineData(FetchOutcome.Forbidden)]
    public void Hosted_AddressDoesNotAnswer_TheCopyProvesNothing(FetchOutcome outcome) => Assert.Equal(
        Verdict.Undetermined,
        HostedIssuer.Web().AddFailure(HostedIssuer.Hosted, outcome).Verify(HostedCopy()).Verdict);

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public void Hosted_AddressAnswersWithAFault_IsUndetermined(int status) => Assert.Equal(
        Verdict.Undetermined, HostedIssuer.Web().Add(HostedIssuer.Hosted, "oops", status).Verify(HostedCopy()).Verdict);

    [Theory]
    [InlineData(410, true)]
    [InlineData(410, false)]
    [InlineData(200, true)]
    public void Hosted_TakenBackAtItsAddress_IsRevoked(int status, bool hasBody)
    {
        var body = hasBody ? Assertion.RevokedJson(HostedIssuer.Hosted, "Erreur de saisie") : string.Empty;

        var report = HostedIssuer.Web().Add(HostedIssuer.Hosted, body, status).Verify(HostedCopy());

        Assert.Equal(Verdict.Revoked, report.Verdict);
        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.Withdrawn),
            (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(hasBody ? ["Erreur de saisie"] : [], report.Of(CheckIds.Status).Arguments);
    }

    [Fact]
    public void Hosted_OnlyItsAddressKnownAndGone_IsRevoked()
    {
        var resolved = HostedIssuer.Web().Add(HostedIssuer.Hosted, string.Empty, 410)
            .Resolve(CredentialParser.FromAddress(HostedIssuer.Hosted));

        Assert.Equal(Verdict.Revoked, Verdicts.Of(Checks.Run(resolved, ArchivedWeb.Now).Checks));
    }

    [Fact]
    public void Hosted_DocumentIsAnother_FailsTheProof()
    {
        var web = HostedIssuer.Web()
            .Add(HostedIssuer.Hosted, HostedCopy(each => each["id"] = $"{HostedIssuer.Id}/assertions/2"));

        var report = web.Verify(HostedCopy());

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(CheckCodes.IdDiffers, report.Of(CheckIds.Proof).Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1/assertion")]
    [InlineData("https://[::ffff:127.0.0.1]:5432/")]
    [InlineData("ftp://badges.example/assertion")]
    [InlineData("https://2130706433/")]
    public void Hosted_AddressThatMayNeverBeFetched_IsInvalidAndNothingIsAsked(string id)
    {
        var web = HostedIssuer.Web();

        var report = web.Verify(HostedCopy(each => each["id"] = id));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(CheckCodes.AddressNotAllowed, report.Of(CheckIds.Proof).Code);
        Assert.Empty(web.Asked);
    }

    [Theory]
    [InlineData("""{"startsWith": "https://badges.example/ob2/issuers/atelier/assertions/"}""", true)]
    [InlineData("""{"startsWith": ["https://other.example/", "https://badges.example/ob2/"]}""", true)]
    [InlineData("""{"startsWith": "https://badges.example/ob2/issuers/autre/"}""", false)]
    [InlineData("""{"startsWith": ["https://badges.example/x", "https://badges.example.evil.example/"]}""", false)]
    [InlineData("""{"startsWith": "https://badges.exampl"}""", false)]
    [InlineData("""{"allowedOrigins": "badges.example"}""", true)]
    [InlineData("""{"allowedOrigins": ["other.example", "BADGES.example"]}""", true)]
    [InlineData("""{"allowedOrigins": "other.example"}""", false)]
    [InlineData("""{"allowedOrigins": "badges.example", "startsWith": "https://badges.example/elsewhere/"}""", false)]
    [InlineData("{}", true)]
    public void Hosted_IssuerScope_IsMinded(string scope, bool isInside)
    {
        var web = HostedIssuer.Web()
            .Add(HostedIssuer.Id, HostedIssuer.Profile(profile => profile["verification"] = JsonNode.Parse(scope)));

        var report = web.Verify(HostedCopy());

        Assert.Equal(isInside ? CheckOutcome.Passed : CheckOutcome.Failed, report.Of(CheckIds.Key).Outcome);
        Assert.Equal(isInside ? Verdict.Valid : Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Hosted_ScopeIsTheWholeHost_ThatIsSaid()
    {
        var web = HostedIssuer.Web().Add(
            HostedIssuer.Id, HostedIssuer.Profile(profile => profile.Remove("verification")));

        Assert.Contains(
            web.Verify(HostedCopy()).Of(CheckIds.Key).Remarks, remark => remark.Code == CheckCodes.ScopeIsWholeHost);
    }

    [Fact]
    public void Hosted_OnAnotherHostThanItsIssuer_IsInvalid()
    {
        const string Address = "https://evil.example/assertion";
        var copy = HostedCopy(each => each["id"] = Address);
        var web = HostedIssuer.Web().Add(Address, copy)
            .Add(HostedIssuer.Id, HostedIssuer.Profile(profile => profile.Remove("verification")));

        Assert.Equal(CheckCodes.OutsideIssuerScope, web.Verify(copy).Of(CheckIds.Key).Code);
    }

    [Theory]
    [InlineData("{}", "https://evil.example/assertion", false)]
    [InlineData("""{"allowedOrigins": "badges.example"}""", "https://evil.example/assertion", false)]
    [InlineData("""{"startsWith": "https://badges.example/ob2/"}""", "https://badges.example:8443/ob2/1", false)]
    [InlineData("""{"allowedOrigins": ["badges.example", "cdn.example"]}""", "https://cdn.example/1", true)]
    [InlineData("""{"allowedOrigins": "cdn.example"}""", "https://cdn.example/1", false)]
    [InlineData("""{"startsWith": "https://badges.example/ob2/"}""", "https://badges.example/public/1.json", true)]
    [InlineData("{}", "https://badges.example/elsewhere", true)]
    public void Hosted_Redirected_MustComeFromTheIssuersScope(string scope, string target, bool isInside)
    {
        var web = HostedIssuer.Web()
            .Add(HostedIssuer.Hosted, HostedCopy(), redirectedTo: target)
            .Add(HostedIssuer.Id, HostedIssuer.Profile(profile => profile["verification"] = JsonNode.Parse(scope)));

        var report = web.Verify(HostedCopy());

        Assert.Equal(isInside ? CheckOutcome.Passed : CheckOutcome.Failed, report.Of(CheckIds.Key).Outcome);
        Assert.Equal(isInside ? null : CheckCodes.OutsideIssuerScope, report.Of(CheckIds.Key).Code);
        Assert.Equal(isInside ? Verdict.Valid : Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Hosted_EmbeddedIssuer_IsReadAtItsOwnAddress()
    {
        // Whoever hosts the badge class may write anything about the issuer into it.
        var badgeClass = JsonNode.Parse(HostedIssuer.Web().Find(HostedIssuer.Class).Body.Span)!.AsObject();
        badgeClass["issuer"] = new JsonObject { ["id"] = HostedIssuer.Id, ["name"] = "Quelqu’un d’autre" };

        var report = HostedIssuer.Web().Add(HostedIssuer.Class, badgeClass.ToJsonString()).Verify(HostedCopy());

        Assert.Equal("Atelier Bois", report.Credential!.Issuer.Name);
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Theory]
    [InlineData("badge", HostedIssuer.Class)]
    [InlineData("issuer", HostedIssuer.Id)]
    public void Hosted_LinkedDocumentDoesNotAnswer_IsUndetermined(string what, string address)
    {
        var report = HostedIssuer.Web().AddFailure(address, FetchOutcome.Unreachable).Verify(HostedCopy());

        Assert.True(report.Verdict is Verdict.Undetermined, $"{what}: {report.Explain()}");
    }

    [Theory]
    [InlineData("expires", "2026-01-31T23:59:59Z", Verdict.Expired)]
    [InlineData("expires", "2026-02-01T00:00:00Z", Verdict.Valid)]
    [InlineData("issuedOn", "2026-02-01T00:05:01Z", Verdict.NotYetValid)]
    [InlineData("issuedOn", "2026-02-01T00:05:00Z", Verdict.Valid)]
    [InlineData("issuedOn", "2026-01-15", Verdict.Invalid)]
    [InlineData("issuedOn", "2026-99-99T00:00:00Z", Verdict.Invalid)]
    public void Signed_Dates_AreMinded(string member, string value, Verdict expected)
    {
        var report = HostedIssuer.Web().Verify(SignedCopy(each => each[member] = value));

        Assert.True(report.Verdict == expected, report.Explain());
    }

    [Fact]
    public void Signed_OnTheRevocationList_IsRevokedWithItsReason()
    {
        var web = HostedIssuer.Web().Add(
            HostedIssuer.Revocations, HostedIssuer.RevocationListOf(HostedIssuer.SignedId));

        var report = web.Verify(SignedCopy());

        Assert.Equal(Verdict.Revoked, report.Verdict);
        Assert.Equal(["Erreur de saisie"], report.Of(CheckIds.Status).Arguments);
    }

    [Theory]
    [InlineData("ID")]
    [InlineData("""["ID"]""")]
    [InlineData("""{"uid":"ID"}""")]
    public void Signed_OnTheRevocationListInAnotherShape_IsRevoked(string entry)
    {
        var value = entry.StartsWith('{') || entry.StartsWith('[') ? entry : $"\"{entry}\"";
        var list = $$"""{"id":"{{HostedIssuer.Revocations}}","type":"RevocationList","revokedAssertions":{{value}}}"""
            .Replace("\"ID\"", $"\"{HostedIssuer.SignedId}\"", StringComparison.Ordinal);

        var report = HostedIssuer.Web().Add(HostedIssuer.Revocations, list).Verify(
            SignedCopy(each => each["uid"] = HostedIssuer.SignedId));

        Assert.Equal(Verdict.Revoked, report.Verdict);
    }

    [Theory]
    [InlineData("unreachable", CheckCodes.DocumentUnreachable)]
    [InlineData(
        """{"type":"RevocationList","issuer":"https://other.example/","revokedAssertions":[]}""",
        CheckCodes.ListOfOtherIssuer)]
    [InlineData("""{"type":"Profile"}""", CheckCodes.ListUnreadable)]
    [InlineData("<html>", CheckCodes.DocumentUnreadable)]
    public void Signed_RevocationListThatCannotBeRelied_IsUndetermined(string list, string code)
    {
        var web = HostedIssuer.Web();
        web = list == "unreachable"
            ? web.AddFailure(HostedIssuer.Revocations, FetchOutcome.Unreachable)
            : web.Add(HostedIssuer.Revocations, list);

        var report = web.Verify(SignedCopy());

        Assert.Equal(
            (CheckOutcome.NotRun, code), (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Signed_ProfileWithoutList_IsValid()
    {
        var web = HostedIssuer.Web().Add(
            HostedIssuer.Id, HostedIssuer.Profile(profile => profile.Remove("revocationList")));

        Assert.Equal(Verdict.Valid, web.Verify(SignedCopy()).Verdict);
    }

    [Fact]
    public void Signed_ByAnotherKey_FailsTheProof() => Assert.Equal(
        CheckCodes.SignatureWrong,
        HostedIssuer.Web().Verify(HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false), SigningIssuer.OtherKey))
            .Of(CheckIds.Proof).Code);

    [Fact]
    public void Signed_GivenWithoutItsSignature_FailsTheProof() => Assert.Equal(
        CheckCodes.NoProof,
        HostedIssuer.Web().Verify(HostedIssuer.Assertion(isHosted: false).ToJsonString()).Of(CheckIds.Proof).Code);

    [Fact]
    public void Signed_KeyOfAnotherOwner_FailsTheKeyNotTheProof()
    {
        var web = HostedIssuer.Web()
            .Add(HostedIssuer.Key, HostedIssuer.KeyDocument(key => key["owner"] = "https://other.example/issuer"));

        var report = web.Verify(SignedCopy());

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
    }

    [Fact]
    public void Signed_KeyThatTheProfileDoesNotName_FailsTheKey()
    {
        var web = HostedIssuer.Web()
            .Add(HostedIssuer.Id, HostedIssuer.Profile(
                profile => profile["publicKey"] = "https://badges.example/other"));

        Assert.Equal(CheckCodes.KeyNotIssuers, web.Verify(SignedCopy()).Of(CheckIds.Key).Code);
    }

    [Fact]
    public void Signed_KeyDoesNotAnswer_IsUndetermined() => Assert.Equal(
        Verdict.Undetermined,
        HostedIssuer.Web().AddFailure(HostedIssuer.Key, FetchOutcome.Unreachable).Verify(SignedCopy()).Verdict);

    [Theory]
    [InlineData("https://10.1.1.1/key", CheckCodes.AddressNotAllowed)]
    [InlineData("urn:uuid:1", CheckCodes.AddressNotAllowed)]
    public void Signed_KeyAddressThatMayNeverBeFetched_IsInvalid(string creator, string code)
    {
        var report = HostedIssuer.Web().Verify(SignedCopy(each => each["verification"]!["creator"] = creator));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(code, report.Of(CheckIds.Proof).Code);
    }

    /// <summary>The context of Open Badges 2.0 has both names for one member, and Moodle writes the older.</summary>
    [Theory]
    [InlineData("https://w3id.org/openbadges/v2", CredentialFormat.OpenBadges2Hosted, Verdict.Valid)]
    [InlineData("https://w3id.org/openbadges/v1", CredentialFormat.OpenBadges1, Verdict.Undetermined)]
    public void Hosted_VerifyInsteadOfVerification_IsReadUnderTheContextThatDefinesIt(
        string context, CredentialFormat format, Verdict expected)
    {
        var copy = HostedCopy(each =>
        {
            each["@context"] = context;
            each["verify"] = new JsonObject { ["type"] = "hosted", ["url"] = HostedIssuer.Hosted };
            each.Remove("verification");
        });

        var report = HostedIssuer.Web().Add(HostedIssuer.Hosted, copy).Verify(copy);

        Assert.True(report.Verdict == expected, report.Explain());
        Assert.Equal(format, report.Format);
        Assert.DoesNotContain(report.Of(CheckIds.Format).Remarks, remark => remark.Code == CheckCodes.CopyDiffers);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "@context":"https://w3id.org/openbadges/v1","type":"Assertion", """)]
    public void OldFormat_IsNamedAndUndetermined(string members)
    {
        var report = new ArchivedWeb().Verify("{" + members + OldMembers + "}");

        Assert.Equal(CredentialFormat.OpenBadges1, report.Format);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(CheckCodes.OldFormatNotChecked, report.Of(CheckIds.Proof).Code);
        Assert.Contains("ancien format", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("old format", report.Sentence(ReportLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void OldFormat_BehindAnAddressInAPicture_IsNamed()
    {
        const string Address = "https://a.example/1";
        var web = new ArchivedWeb().Add(Address, "{" + OldMembers + "}");
        var resolved = web.Resolve(CredentialParser.FromAddress(Address));
        var found = Checks.Run(resolved, ArchivedWeb.Now);

        var report = VerificationReport.Create(new(SubmissionContainer.Png), found, _ => Trust.Unknown);

        Assert.Equal(CredentialFormat.OpenBadges1, report.Format);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }
}
