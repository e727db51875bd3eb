using System.Text.Json.Nodes;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The newer copy that an issuer serves (Open Badges 3.0, section 9.1 step 3): asked for once, and judged only
/// if it is the same credential and genuine.</summary>
public class RefreshTests
{
    private const string Service = "https://badges.example/refresh/1";
    private const string Next = "https://badges.example/refresh/2";

    public static TheoryData<string, Func<JsonObject, string>> Forms => new()
    {
        { "embedded", EmbeddingIssuer.Sign },
        { "token", badge => SigningIssuer.Sign(badge) },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public void Refresh_NewerCopyOfTheSameIssuer_IsTheOneJudged(string form, Func<JsonObject, string> sign)
    {
        var newer = sign(Newer(badge => badge["validUntil"] = "2026-01-31T00:00:00Z"));

        var report = Web(newer).Verify(Submitted());

        var check = report.Of(CheckIds.Refresh);
        Assert.Equal((CheckOutcome.Passed, Service), (check.Outcome, check.Source));
        Assert.True(report.Verdict is Verdict.Expired, $"{form}: {report.Explain()}");
        Assert.Equal("Délissage, relu", report.Credential!.Name);
        Assert.Contains("c’est elle qui est jugée", check.Detail(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_OfADataModel1Badge_IsAskedForToo()
    {
        var report = Web(SignOlder(Newer())).Verify(SignOlder(Badge()));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal("Délissage, relu", report.Credential!.Name);
    }

    [Fact]
    public void Refresh_RecipientAndStatus_AreThoseOfTheNewerCopy()
    {
        const string Other = "urn:uuid:11111111-2222-4333-8444-555555555555";
        var newer = EmbeddingIssuer.Sign(Newer(badge =>
        {
            badge["credentialSubject"]!["id"] = Other;
            badge["credentialStatus"]!["statusListIndex"] = "3";
        }));
        var web = Web(newer).Add(SigningIssuer.List, EmbeddingIssuer.StatusList(isSet: true));

        var report = web.Verify(Submitted(), recipient: Other);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Recipient).Outcome);
    }

    [Fact]
    public void Refresh_ListsOfTheNewerCopy_AreFetchedInTheirTurn()
    {
        const string List = "https://badges.example/status/8";
        var newer = EmbeddingIssuer.Sign(
            Newer(badge => badge["credentialStatus"]!["statusListCredential"] = List));
        var web = Web(newer).Add(List, EmbeddingIssuer.StatusList(isSet: true, list => list["id"] = List));

        var report = web.Verify(Submitted());

        Assert.True(report.Verdict is Verdict.Revoked, report.Explain());
        Assert.True(web.Asked.IndexOf(Service) < web.Asked.IndexOf(List), string.Join(' ', web.Asked));
    }

    [Fact]
    public void Refresh_OfTheNewerCopy_IsNotFollowed()
    {
        var newer = EmbeddingIssuer.Sign(Newer(badge => badge["refreshService"]!["id"] = Next));
        var web = Web(newer).Add(Next, "never asked for");

        var report = web.Verify(Submitted());

        Assert.Equal("Délissage, relu", report.Credential!.Name);
        Assert.DoesNotContain(Next, web.Asked);
        Assert.Single(web.Asked, Service);
    }

    [Theory]
    [InlineData("sameId", "https://badges.example/credentials/3vQB7B6MrGQZaxCuFg4oh1", CheckOutcome.Passed)]
    [InlineData("encoded", "https://badges.example/credentials/%33vQB7B6MrGQZaxCuFg4oh1%20", CheckOutcome.Passed)]
    [InlineData("other", "https://badges.example/credentials/4vQB7B6MrGQZaxCuFg4oh1", CheckOutcome.Failed)]
    public void Refresh_Identifier_IsComparedDecodedAndTrimmed(string what, string id, CheckOutcome expected)
    {
        var report = Web(SigningIssuer.Sign(Newer(badge => badge["id"] = id))).Verify(Submitted());

        Assert.True(report.Of(CheckIds.Refresh).Outcome == expected, what);
    }

    [Theory]
    [InlineData("unreachable", CheckOutcome.NotRun, CheckCodes.DocumentUnreachable)]
    [InlineData("absent", CheckOutcome.NotRun, CheckCodes.DocumentNotFound)]
    [InlineData("html", CheckOutcome.Failed, CheckCodes.RefreshedUnreadable)]
    [InlineData("assertion", CheckOutcome.Failed, CheckCodes.RefreshedUnreadable)]
    [InlineData("otherIssuer", CheckOutcome.Failed, CheckCodes.RefreshedOther)]
    [InlineData("changed", CheckOutcome.Failed, CheckCodes.RefreshedNotGenuine)]
    [InlineData("otherKey", CheckOutcome.Failed, CheckCodes.RefreshedNotGenuine)]
    [InlineData("schema", CheckOutcome.Failed, CheckCodes.RefreshedNotGenuine)]
    [InlineData("hidden", CheckOutcome.Failed, CheckCodes.RefreshedNotGenuine)]
    [InlineData("keyUnreachable", CheckOutcome.NotRun, CheckCodes.RefreshedNotChecked)]
    [InlineData("unknownContext", CheckOutcome.NotRun, CheckCodes.RefreshedNotChecked)]
    public void Refresh_AnythingElse_IsSaidAndTheCopyHandedInIsJudged(
        string fault, CheckOutcome outcome, string code)
    {
        var web = fault switch
        {
            "unreachable" => EmbeddingIssuer.Web().AddFailure(Service, FetchOutcome.Unreachable),
            "absent" => EmbeddingIssuer.Web(),
            "html" => Web("<!doctype html><title>Badge</title>"),
            "assertion" => Web(HostedIssuer.Assertion(isHosted: true).ToJsonString()),
            "otherIssuer" => Web(SigningIssuer.Sign(Newer(badge => badge["issuer"]!["id"] = "did:web:evil.example"))),
            "changed" => Web(EmbeddingIssuer.Sign(Newer()).Replace("Rabot", "Robot", StringComparison.Ordinal)),
            "otherKey" => Web(SigningIssuer.Sign(Newer(), SigningIssuer.OtherKey)),
            "schema" => Web(SigningIssuer.Sign(Newer(badge =>
                badge["credentialSubject"]!["achievement"]!.AsObject().Remove("criteria")))),
            "hidden" => Web(EmbeddingIssuer.Sign(Newer()).Replace(
                "\"validUntil\"", "\"https://www.w3.org/2018/credentials#validUntil\"", StringComparison.Ordinal)),
            "keyUnreachable" => Web(SigningIssuer.Sign(Newer(), kid: $"{SigningIssuer.KeyAddress}/gone"))
                .AddFailure($"{SigningIssuer.KeyAddress}/gone", FetchOutcome.Unreachable),
            _ => Web(EmbeddingIssuer.Sign(Newer()).Changed(badge =>
                badge["@context"]!.AsArray().Add("https://other.example/context"))),
        };

        var report = web.Verify(Submitted());

        var check = report.Of(CheckIds.Refresh);
        Assert.Equal((outcome, code), (check.Outcome, check.Code));
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal("Délissage des bois", report.Credential!.Name);
        Assert.Equal(Service, check.Source);
    }

    [Fact]
    public void Refresh_CopyThatIsOlder_IsNotJudged()
    {
        var report = Web(EmbeddingIssuer.Sign(Newer(badge => badge["validFrom"] = "2026-01-01T00:00:00Z")))
            .Verify(Submitted());

        Assert.Equal("Délissage des bois", report.Credential!.Name);
        Assert.Equal(
            CheckCodes.RefreshedOlder, Assert.Single(report.Of(CheckIds.Refresh).Remarks).Code);
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Fact]
    public void Refresh_TheSameCopy_IsUpToDate()
    {
        var submitted = Submitted();

        var report = Web(submitted).Verify(submitted);

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Refresh).Outcome);
        Assert.Equal(CheckCodes.RefreshedSame, Assert.Single(report.Of(CheckIds.Refresh).Remarks).Code);
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Theory]
    [InlineData("changed", Verdict.Invalid)]
    [InlineData("keyUnreachable", Verdict.Undetermined)]
    public void Refresh_WhenTheOneHandedInIsNotGenuine_IsNotAskedFor(string fault, Verdict expected)
    {
        var web = Web(EmbeddingIssuer.Sign(Newer()));
        web = fault == "changed" ? web : web.AddFailure(SigningIssuer.DidDocument, FetchOutcome.Unreachable);
        var submitted = Submitted();

        var report = web.Verify(
            fault == "changed" ? submitted.Replace("Rabot", "Robot", StringComparison.Ordinal) : submitted);

        Assert.Equal(expected, report.Verdict);
        Assert.DoesNotContain(Service, web.Asked);
        Assert.Equal(CheckCodes.RefreshNotTried, report.Of(CheckIds.Refresh).Code);
    }

    [Theory]
    [InlineData("SomethingElse", Service, CheckOutcome.NotRun, CheckCodes.RefreshTypeUnknown)]
    [InlineData("1EdTechCredentialRefresh", "https://10.0.0.1/1", CheckOutcome.Failed, CheckCodes.AddressNotAllowed)]
    [InlineData("1EdTechCredentialRefresh", "urn:uuid:1", CheckOutcome.Failed, CheckCodes.AddressNotAllowed)]
    public void Refresh_ServiceThatCannotBeAsked_IsSaid(
        string type, string address, CheckOutcome outcome, string code)
    {
        var web = SigningIssuer.Web();

        var report = web.Verify(SigningIssuer.Sign(Badge(badge => badge["refreshService"] =
            new JsonObject { ["id"] = address, ["type"] = type })));

        Assert.Equal((outcome, code), (report.Of(CheckIds.Refresh).Outcome, report.Of(CheckIds.Refresh).Code));
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.DoesNotContain(address, web.Asked);
    }

    [Fact]
    public void Refresh_None_IsNotApplicable() => Assert.Equal(
        (CheckOutcome.NotApplicable, CheckCodes.NoRefreshService),
        SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge())).Of(CheckIds.Refresh) is var check
            ? (check.Outcome, check.Code)
            : default);

    private static ArchivedWeb Web(string answer) => EmbeddingIssuer.Web().Add(Service, answer);

    private static string Submitted() => EmbeddingIssuer.Sign(Badge());

    private static JsonObject Badge(Action<JsonObject>? change = null) => SigningIssuer.Badge(badge =>
    {
        badge["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge["refreshService"] = new JsonObject { ["id"] = Service, ["type"] = "1EdTechCredentialRefresh" };
        change?.Invoke(badge);
    });

    private static JsonObject Newer(Action<JsonObject>? change = null) => Badge(badge =>
    {
        badge["validFrom"] = "2026-01-20T00:00:00Z";
        badge["credentialSubject"]!["achievement"]!["name"] = "Délissage, relu";
        change?.Invoke(badge);
    });

    private static string SignOlder(JsonObject badge) =>
        EmbeddingIssuer.Sign(SigningIssuer.Older(badge, "https://www.w3.org/ns/credentials/status/v1"));
}
