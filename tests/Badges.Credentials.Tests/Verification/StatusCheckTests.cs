using System.Text.Json.Nodes;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The <c>status</c> check: it fails only when the badge was taken back, and passes only when a sound list
/// says that it was not.</summary>
public class StatusCheckTests
{
    private const string Elsewhere = "https://badges.example/status/8";

    private static VerificationReport Verify(ArchivedWeb web, params JsonObject[] entries) =>
        web.Verify(SigningIssuer.Sign(SigningIssuer.Badge(
            badge => badge["credentialStatus"] = entries.Length == 1 ? entries[0] : new JsonArray([.. entries]))));

    private static (CheckOutcome, string?) StatusOf(VerificationReport report) =>
        (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code);

    private static ArchivedWeb WebWithList(string list) => SigningIssuer.Web().Add(SigningIssuer.List, list);

    [Fact]
    public void Status_ClearOnASoundList_Passes()
    {
        var report = Verify(SigningIssuer.Web(), SigningIssuer.Entry());

        Assert.Equal((CheckOutcome.Passed, null), StatusOf(report));
        Assert.Equal(SigningIssuer.List, report.Of(CheckIds.Status).Source);
        Assert.Equal(ArchivedWeb.Now, report.Of(CheckIds.Status).At);
    }

    [Fact]
    public void Status_BitSet_Revoked()
    {
        var report = Verify(WebWithList(SigningIssuer.StatusList(isSet: true)), SigningIssuer.Entry());

        Assert.Equal((CheckOutcome.Failed, CheckCodes.Revoked), StatusOf(report));
        Assert.Equal(Verdict.Revoked, report.Verdict);
    }

    [Fact]
    public void Status_BitSetForSuspension_Suspended()
    {
        var list = SigningIssuer.StatusList(
            isSet: true, each => each["credentialSubject"]!["statusPurpose"] = "suspension");

        var report = Verify(WebWithList(list), SigningIssuer.Entry(purpose: "suspension"));

        Assert.Equal((CheckOutcome.Failed, CheckCodes.Suspended), StatusOf(report));
        Assert.Equal(Verdict.Suspended, report.Verdict);
    }

    [Fact]
    public void Status_NumericIndex_IsRead() => Assert.Equal(
        (CheckOutcome.Failed, CheckCodes.Revoked),
        StatusOf(Verify(WebWithList(SigningIssuer.StatusList(isSet: true)), SigningIssuer.Entry(index: SigningIssuer.Index))));

    [Theory]
    [InlineData("131072", CheckCodes.IndexOutOfRange)]
    [InlineData("99999999999", CheckCodes.IndexOutOfRange)]
    [InlineData("-1", CheckCodes.StatusEntryUnreadable)]
    [InlineData("0x10", CheckCodes.StatusEntryUnreadable)]
    [InlineData(" 1", CheckCodes.StatusEntryUnreadable)]
    [InlineData("99999999999999999999", CheckCodes.StatusEntryUnreadable)]
    public void Status_IndexThatIsNoPosition_IsNotRun(string index, string code)
    {
        var report = Verify(SigningIssuer.Web(), SigningIssuer.Entry(index: index));

        Assert.Equal((CheckOutcome.NotRun, code), StatusOf(report));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Theory]
    [InlineData("unknown", CheckCodes.StatusTypeUnknown)]
    [InlineData("unreachable", CheckCodes.DocumentUnreachable)]
    [InlineData("absent", CheckCodes.DocumentNotFound)]
    [InlineData("html", CheckCodes.ListUnreadable)]
    [InlineData("unsigned", CheckCodes.ListUnsigned)]
    [InlineData("unknownProof", CheckCodes.ListForged)]
    [InlineData("otherKey", CheckCodes.ListForged)]
    [InlineData("keyUnreachable", CheckCodes.ListNotVerified)]
    [InlineData("otherIssuer", CheckCodes.ListForged)]
    [InlineData("otherPurpose", CheckCodes.PurposeDiffers)]
    [InlineData("otherId", CheckCodes.ListOfOtherAddress)]
    [InlineData("otherType", CheckCodes.ListUnreadable)]
    [InlineData("expired", CheckCodes.ListExpired)]
    [InlineData("future", CheckCodes.ListExpired)]
    [InlineData("noList", CheckCodes.ListUnreadable)]
    [InlineData("notMultibase", CheckCodes.ListUnreadable)]
    [InlineData("bomb", CheckCodes.ListTooLarge)]
    public void Status_ListThatCannotBeRelied_IsNotRunAndTheVerdictUndetermined(string fault, string code)
    {
        var web = SigningIssuer.Web();
        var entry = SigningIssuer.Entry();
        string List(Action<JsonObject> change) => SigningIssuer.StatusList(isSet: false, change);
        web = fault switch
        {
            "unknown" => Change(entry, "type", "SomethingElse", web),
            "unreachable" => web.AddFailure(SigningIssuer.List, FetchOutcome.Unreachable),
            "absent" => web.Remove(SigningIssuer.List),
            "html" => web.Add(SigningIssuer.List, "not a list"),
            "unsigned" => web.Add(SigningIssuer.List, """{"type":["BitstringStatusListCredential"]}"""),
            "unknownProof" => web.Add(SigningIssuer.List, """{"type":["BitstringStatusListCredential"],"proof":{}}"""),
            "otherKey" => web.Add(SigningIssuer.List, SigningIssuer.StatusList(key: SigningIssuer.OtherKey)),
            "keyUnreachable" =>
                web.Add(SigningIssuer.List, SigningIssuer.StatusList(kid: "https://badges.example/gone")),
            "otherIssuer" => web.Add(SigningIssuer.List, List(
                each => each["issuer"] = "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")),
            "otherPurpose" =>
                web.Add(SigningIssuer.List, List(each => each["credentialSubject"]!["statusPurpose"] = "suspension")),
            "otherId" => web.Add(SigningIssuer.List, List(each => each["id"] = Elsewhere)),
            "otherType" =>
                web.Add(SigningIssuer.List, List(each => each["type"] = new JsonArray("VerifiableCredential"))),
            "expired" => web.Add(SigningIssuer.List, List(each => each["validUntil"] = "2026-01-31T00:00:00Z")),
            "future" => web.Add(SigningIssuer.List, List(each => each["validFrom"] = "2026-02-02T00:00:00Z")),
            "noList" =>
                web.Add(SigningIssuer.List, List(each => each["credentialSubject"]!.AsObject().Remove("encodedList"))),
            "notMultibase" =>
                web.Add(SigningIssuer.List, List(each => each["credentialSubject"]!["encodedList"] = "H4sIAAAA")),
            _ => web.Add(SigningIssuer.List, List(each => each["credentialSubject"]!["encodedList"] =
                Credentials.Status.BitstringStatusList.Encode(new byte[8 * 1024 * 1024]))),
        };

        var report = Verify(web, entry);

        Assert.Equal((CheckOutcome.NotRun, code), StatusOf(report));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Status_ListOfAnotherSoundIssuer_IsNotRun()
    {
        // The list is well signed by an issuer of its own, which is not the badge's.
        var jwk = SigningIssuer.OtherKey.PublicJwk(null);
        var other = "did:jwk:" + Base64Url(jwk);
        var list = SigningIssuer.StatusList(
            false, each => each["issuer"] = other, SigningIssuer.OtherKey, $"{other}#0");

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.ListOfOtherIssuer), StatusOf(Verify(WebWithList(list), SigningIssuer.Entry())));
    }

    [Fact]
    public void Status_ShortList_IsReadWithARemark()
    {
        var bits = new byte[12_500];
        var list = SigningIssuer.StatusList(
            false, each => each["credentialSubject"]!["encodedList"] = SigningIssuer.EncodeShort(bits));

        var report = Verify(WebWithList(list), SigningIssuer.Entry());

        Assert.Equal((CheckOutcome.Passed, null), StatusOf(report));
        Assert.Contains(report.Of(CheckIds.Status).Remarks, remark => remark.Code == CheckCodes.ListShort);
    }

    [Fact]
    public void Status_OtherPurposeThanWithdrawal_IsNotApplicable()
    {
        var report = Verify(SigningIssuer.Web(), SigningIssuer.Entry(purpose: "message"));

        Assert.Equal((CheckOutcome.NotApplicable, CheckCodes.NoStatus), StatusOf(report));
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Fact]
    public void Status_None_IsNotApplicable()
    {
        var report = SigningIssuer.Web().Verify(
            SigningIssuer.Sign(SigningIssuer.Badge(badge => badge.Remove("credentialStatus"))));

        Assert.Equal((CheckOutcome.NotApplicable, CheckCodes.NoStatus), StatusOf(report));
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    // Several entries: the schema of Open Badges 3.0 allows one, so the verdict is invalid; the check reads them all.

    [Theory]
    [InlineData("set,unreadable,clear", CheckOutcome.Failed)]
    [InlineData("unreadable,clear", CheckOutcome.NotRun)]
    [InlineData("clear,unknown", CheckOutcome.NotRun)]
    [InlineData("clear,clear", CheckOutcome.Passed)]
    public void Status_SeveralEntries_SetWinsOverUnreadableOverClear(string kinds, CheckOutcome expected)
    {
        var web = SigningIssuer.Web()
            .Add(Elsewhere, SigningIssuer.StatusList(isSet: true, each => each["id"] = Elsewhere));
        var entries = kinds.Split(',').Select(kind => kind switch
        {
            "set" => SigningIssuer.Entry(Elsewhere),
            "unreadable" => SigningIssuer.Entry("https://badges.example/status/gone"),
            "unknown" => new JsonObject { ["type"] = "Unknown" },
            _ => SigningIssuer.Entry(),
        }).ToArray();
        var parsed = CredentialParser.Parse(SigningIssuer.Sign(
            SigningIssuer.Badge(badge => badge["credentialStatus"] = new JsonArray([.. entries])))).Credential!;
        var documents = new[] { SigningIssuer.List, Elsewhere, SigningIssuer.DidDocument, SigningIssuer.KeyAddress }
            .ToDictionary(address => address, web.Find);

        var check = Checks.Run(new ResolvedCredential(parsed, documents), ArchivedWeb.Now).Checks.Of(CheckIds.Status);

        Assert.Equal(expected, check.Outcome);
    }

    // 1EdTechRevocationList

    [Theory]
    [InlineData(
        """{"revokedCredential":[{"id":"BADGE","revoked":true,"revocationReason":"Erreur"}]}""", Verdict.Revoked)]
    [InlineData("""{"revokedCredentials":[{"id":"BADGE"}]}""", Verdict.Revoked)]
    [InlineData("""{"revokedCredential":["BADGE"]}""", Verdict.Revoked)]
    [InlineData("""{"revokedCredential":[{"id":"BADGE","revoked":false}]}""", Verdict.Valid)]
    [InlineData("""{"revokedCredential":[]}""", Verdict.Valid)]
    [InlineData("""{"issuer":"did:web:other.example","revokedCredential":[]}""", Verdict.Undetermined)]
    [InlineData("nothing", Verdict.Undetermined)]
    public void Status_RevocationListOfOneEdTech_IsRead(string list, Verdict expected)
    {
        var body = list.Replace("BADGE", SignedExamples.Credential.Id, StringComparison.Ordinal);
        var entry =
            new JsonObject { ["id"] = "https://badges.example/revocations", ["type"] = "1EdTechRevocationList" };

        var report = Verify(SigningIssuer.Web().Add("https://badges.example/revocations", body), entry);

        Assert.True(report.Verdict == expected, report.Explain());
    }

    [Fact]
    public void Status_RevocationListOfOneEdTechElsewhere_IsNotRun()
    {
        var entry = new JsonObject { ["id"] = "https://other.example/revocations", ["type"] = "1EdTechRevocationList" };
        var web = SigningIssuer.Web().Add("https://other.example/revocations", """{"revokedCredential":[]}""");

        Assert.Equal((CheckOutcome.NotRun, CheckCodes.ListElsewhere), StatusOf(Verify(web, entry)));
    }

    private static ArchivedWeb Change(JsonObject entry, string member, string value, ArchivedWeb web)
    {
        entry[member] = value;
        return web;
    }

    private static string Base64Url(string text) =>
        Credentials.Proofs.Base64UrlText.Encode(System.Text.Encoding.UTF8.GetBytes(text));
}
