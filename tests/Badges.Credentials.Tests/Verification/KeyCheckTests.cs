using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The <c>key</c> check: whose key it is, by the issuer's document, by address, by key set.</summary>
public class KeyCheckTests
{
    private const string Issuer = "https://atelier.example/issuers/1";
    private const string KeyBelow = "https://atelier.example/issuers/1/keys/a";

    private static string Token(string issuer, string kid) =>
        SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["issuer"]!["id"] = issuer), kid: kid);

    private static string TokenWithJwk(string issuer, string jwk)
    {
        var payload =
            SigningIssuer.Payload(SigningIssuer.Badge(badge => badge["issuer"]!["id"] = issuer)).ToJsonString();
        return SigningIssuer.SignRaw($$"""{"alg":"RS256","jwk":{{jwk}}}""", payload);
    }

    private static (CheckOutcome, string?) KeyOf(VerificationReport report) =>
        (report.Of(CheckIds.Key).Outcome, report.Of(CheckIds.Key).Code);

    private static string Jwk => SigningIssuer.Key.PublicJwk(null);

    private static string KeySet(string jwk) => $$"""{"keys":[{{jwk}}]}""";

    private static string Profile(Action<JsonObject>? change = null)
    {
        var profile = new JsonObject { ["id"] = Issuer, ["type"] = new JsonArray("Profile"), ["name"] = "Atelier" };
        change?.Invoke(profile);
        return profile.ToJsonString();
    }

    // (1) the controller document

    [Fact]
    public void Key_ListedByItsAddressInTheDidDocument_Passes() => Assert.Equal(
        (CheckOutcome.Passed, null),
        KeyOf(SigningIssuer.Web().Verify(Token(SigningIssuer.Did, SigningIssuer.KeyAddress))));

    [Fact]
    public void Key_NamedByDidUrl_Passes() => Assert.Equal(
        (CheckOutcome.Passed, null),
        KeyOf(SigningIssuer.Web().Verify(Token(SigningIssuer.Did, $"{SigningIssuer.Did}#rsa-1"))));

    [Fact]
    public void Key_SamePublicKeyUnderAnotherName_Passes()
    {
        var web = SigningIssuer.Web().Add("https://elsewhere.example/key", SigningIssuer.Key.PublicJwk(null));

        Assert.Equal(
            (CheckOutcome.Passed, null), KeyOf(web.Verify(Token(SigningIssuer.Did, "https://elsewhere.example/key"))));
    }

    [Fact]
    public void Key_NotListed_Fails()
    {
        var web = SigningIssuer.Web()
            .Add(SigningIssuer.DidDocument, SigningIssuer.Controller(document =>
            {
                document["assertionMethod"] = new JsonArray();
                document["authentication"] = new JsonArray($"{SigningIssuer.Did}#rsa-1");
            }));

        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.KeyNotIssuers),
            KeyOf(web.Verify(Token(SigningIssuer.Did, SigningIssuer.KeyAddress))));
        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.KeyNotIssuers),
            KeyOf(web.Verify(Token(SigningIssuer.Did, $"{SigningIssuer.Did}#rsa-1"))));
    }

    [Fact]
    public void Key_MethodNamesAnotherController_Fails()
    {
        var web = SigningIssuer.Web().Add(
            SigningIssuer.DidDocument,
            SigningIssuer.Controller(
                document => document["verificationMethod"]![0]!["controller"] = "did:web:other.example"));

        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.OtherController),
            KeyOf(web.Verify(Token(SigningIssuer.Did, $"{SigningIssuer.Did}#rsa-1"))));
    }

    [Fact]
    public void Key_DocumentIsOfAnotherSubject_Fails()
    {
        var web = SigningIssuer.Web()
            .Add(SigningIssuer.DidDocument, SigningIssuer.Controller(
                document => document["id"] = "did:web:other.example"));

        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.OtherController),
            KeyOf(web.Verify(Token(SigningIssuer.Did, SigningIssuer.KeyAddress))));
    }

    [Theory]
    [InlineData(FetchOutcome.Unreachable, CheckCodes.DocumentUnreachable)]
    [InlineData(FetchOutcome.TimedOut, CheckCodes.DocumentUnreachable)]
    [InlineData(FetchOutcome.NotFound, CheckCodes.DocumentNotFound)]
    [InlineData(FetchOutcome.Forbidden, CheckCodes.AddressForbidden)]
    [InlineData(FetchOutcome.TooLarge, CheckCodes.DocumentTooLarge)]
    public void Key_DidDocumentNotRead_IsNotRun(FetchOutcome outcome, string code)
    {
        var report = SigningIssuer.Web().AddFailure(SigningIssuer.DidDocument, outcome)
            .Verify(Token(SigningIssuer.Did, SigningIssuer.KeyAddress));

        Assert.Equal((CheckOutcome.NotRun, code), KeyOf(report));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Key_OfADidJwkIssuer_Passes()
    {
        var did = "did:jwk:" + Base64UrlText.Encode(Encoding.UTF8.GetBytes(Jwk));

        var report = new ArchivedWeb().Add(SigningIssuer.List, "{}").Verify(Token(did, $"{did}#0"));

        Assert.Equal((CheckOutcome.Passed, null), KeyOf(report));
        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
    }

    [Fact]
    public void Key_IssuerIsNoAddress_IsNotRun() => Assert.Equal(
        (CheckOutcome.NotRun, CheckCodes.IssuerNotResolvable),
        KeyOf(SigningIssuer.Web().Verify(
            Token("urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164", SigningIssuer.KeyAddress))));

    [Fact]
    public void Key_IssuerAtAPrivateAddress_Fails() => Assert.Equal(
        (CheckOutcome.Failed, CheckCodes.AddressNotAllowed),
        KeyOf(SigningIssuer.Web().Verify(Token("https://192.168.1.1/issuer", SigningIssuer.KeyAddress))));

    // (2) the address of the key

    [Theory]
    [InlineData(KeyBelow)]
    [InlineData("https://atelier.example/issuers/1")]
    [InlineData("https://atelier.example/issuers/1/keys/a#k")]
    public void Key_FromTheIssuersAddressOrBelow_Passes(string kid) => Assert.Equal(
        (CheckOutcome.Passed, null),
        KeyOf(new ArchivedWeb().Add(kid.Split('#')[0], Jwk).Verify(Token(Issuer, kid))));

    [Theory]
    [InlineData("https://atelier.example/issuers/12/keys/a")]
    [InlineData("https://atelier.example/keys/a")]
    [InlineData("https://atelier.example:8443/issuers/1/keys/a")]
    [InlineData("https://atelier.example.evil.example/issuers/1/keys/a")]
    [InlineData("https://atelier.example/issuers/1/../2/keys/a")]
    [InlineData("https://atelier.example/issuers/1/..%2f2/keys/a")]
    [InlineData("https://atelier.example/issuers/1/..%5C2/keys/a")]
    public void Key_FromAnotherAddress_Fails(string kid)
    {
        var web = new ArchivedWeb().Add(kid, Jwk).Add(
            Issuer, Profile(each => each["assertionMethod"] = new JsonArray()));

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(web.Verify(Token(Issuer, kid))));
    }

    [Theory]
    [InlineData("https://platform.example/?issuer=5", "https://platform.example/?issuer=6")]
    [InlineData("https://platform.example/issuer.php?id=5", "https://platform.example/issuer.php/x?id=6")]
    public void Key_OfANeighbourThatOnlyAQueryTellsApart_IsNotTheIssuers(string issuer, string kid)
    {
        var profile = Profile(each => each["id"] = issuer);
        var web = new ArchivedWeb().Add(kid, Jwk).Add(issuer, profile)
            .Add("https://platform.example/jwks.json", KeySet(Jwk));

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(web.Verify(Token(issuer, kid))));
    }

    [Theory]
    [InlineData("revoked", "2019-01-01T00:00:00Z", CheckOutcome.Failed)]
    [InlineData("expires", "2026-01-31T00:00:00Z", CheckOutcome.Failed)]
    [InlineData("expires", "some day", CheckOutcome.Failed)]
    [InlineData("expires", "2027-01-01T00:00:00Z", CheckOutcome.Passed)]
    public void Key_ThatItsDocumentEnds_FailsFromThenOn(string member, string instant, CheckOutcome expected)
    {
        var document = SigningIssuer.Controller(each => each["verificationMethod"]![0]![member] = instant);
        var web = SigningIssuer.Web().Add(SigningIssuer.DidDocument, document);

        Assert.Equal(expected, KeyOf(web.Verify(Token(SigningIssuer.Did, SigningIssuer.KeyAddress))).Item1);
        Assert.Equal(expected, KeyOf(web.Verify(Token(SigningIssuer.Did, $"{SigningIssuer.Did}#rsa-1"))).Item1);
    }

    [Fact]
    public void Key_BelowButRedirectedAway_Fails()
    {
        var web = new ArchivedWeb().Add(KeyBelow, Jwk, redirectedTo: "https://evil.example/key").Add(Issuer, Profile());

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(web.Verify(Token(Issuer, KeyBelow))));
    }

    [Fact]
    public void Key_BelowButNamingAnotherController_Fails()
    {
        var key = $$"""{"id":"{{KeyBelow}}","controller":"did:web:other.example","publicKeyJwk":{{Jwk}}}""";

        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.OtherController),
            KeyOf(new ArchivedWeb().Add(KeyBelow, key).Verify(Token(Issuer, KeyBelow))));
    }

    [Fact]
    public void Key_HttpIssuer_IsReadUnderHttps()
    {
        var web = new ArchivedWeb().Add(KeyBelow, Jwk);

        var report = web.Verify(Token("http://atelier.example/issuers/1", "http://atelier.example/issuers/1/keys/a"));

        Assert.Equal((CheckOutcome.Passed, null), KeyOf(report));
        Assert.Contains(KeyBelow, web.Asked);
    }

    // the key that the token brings along

    [Theory]
    [InlineData("https://atelier.example/issuers/1/jwks")]
    [InlineData("https://atelier.example/issuers/1/jwks.json")]
    [InlineData("https://atelier.example/.well-known/jwks.json")]
    public void Key_BroughtAlongAndInTheIssuersKeySet_Passes(string address) => Assert.Equal(
        (CheckOutcome.Passed, null),
        KeyOf(new ArchivedWeb().Add(Issuer, Profile()).Add(address, KeySet(Jwk)).Verify(TokenWithJwk(Issuer, Jwk))));

    [Fact]
    public void Key_BroughtAlongAndInTheDidDocument_Passes() => Assert.Equal(
        (CheckOutcome.Passed, null), KeyOf(SigningIssuer.Web().Verify(TokenWithJwk(SigningIssuer.Did, Jwk))));

    [Fact]
    public void Key_BroughtAlongAndNowhere_Fails()
    {
        var report = new ArchivedWeb().Add(Issuer, Profile()).Verify(TokenWithJwk(Issuer, Jwk));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(report));
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Key_BroughtAlongBesideTheIssuersKid_IsNotTakenForTheIssuers()
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge()).ToJsonString();
        var jwk = SigningIssuer.OtherKey.PublicJwk(null);
        var forged = SigningIssuer.SignRaw(
            $$"""{"alg":"RS256","kid":"{{SigningIssuer.KeyAddress}}","jwk":{{jwk}}}""",
            payload, SigningIssuer.OtherKey);

        var report = SigningIssuer.Web().Verify(forged);

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(report));
    }

    [Fact]
    public void Key_BroughtAlongAndNoKeySetAnswersNow_IsNotRun()
    {
        var web = new ArchivedWeb().Add(Issuer, Profile()).AddFailure($"{Issuer}/jwks", FetchOutcome.Unreachable);

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.DocumentUnreachable), KeyOf(web.Verify(TokenWithJwk(Issuer, Jwk))));
    }

    [Fact]
    public void Key_BroughtAlongAndTheDocumentListsOthers_FailsWhateverTheKeySetsAnswer()
    {
        var web = new ArchivedWeb()
            .Add(Issuer, Profile(each => each["assertionMethod"] = new JsonArray("did:web:other.example#a")))
            .AddFailure($"{Issuer}/jwks", FetchOutcome.Unreachable);

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), KeyOf(web.Verify(TokenWithJwk(Issuer, Jwk))));
    }

    [Fact]
    public void Key_BroughtAlongAndTheDocumentListsOthers_FailsEvenWhenNobodyLookedForKeySets()
    {
        var parsed = CredentialParser.Parse(TokenWithJwk(Issuer, Jwk)).Credential!;
        var web = new ArchivedWeb().Add(Issuer, Profile(each => each["assertionMethod"] = new JsonArray()));
        var documents = new Dictionary<string, FetchedDocument> { [Issuer] = web.Find(Issuer) };

        var check = Checks.Run(new ResolvedCredential(parsed, documents), ArchivedWeb.Now).Checks.Of(CheckIds.Key);

        Assert.Equal((CheckOutcome.Failed, CheckCodes.KeyNotIssuers), (check.Outcome, check.Code));
        Assert.Contains(new($"{Issuer}/jwks", DocumentKind.Record), Dependencies.Missing(parsed, documents));
    }

    [Fact]
    public void Key_InAKeySetNamedByTheKid_IsFoundByItsKid()
    {
        var kid = $"{Issuer}/jwks#rsa-1";
        var set = KeySet(SigningIssuer.OtherKey.PublicJwk("other") + "," + SigningIssuer.Key.PublicJwk(kid));

        var report = new ArchivedWeb().Add($"{Issuer}/jwks", set).Verify(Token(Issuer, kid));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal((CheckOutcome.Passed, null), KeyOf(report));
    }

    [Fact]
    public void Key_OnThisMachine_IsAskedForOnlyWhenAllowed()
    {
        const string Did = "did:web:localhost%3A5080:issuers:a";
        var token = Token(Did, "http://localhost:5080/issuers/a/keys/1");
        var document = SigningIssuer.Controller(each =>
        {
            each["id"] = Did;
            each["verificationMethod"] = new JsonArray();
            each["assertionMethod"] = new JsonArray("http://localhost:5080/issuers/a/keys/1");
        });

        var allowed = new ArchivedWeb { AllowLoopback = true }
            .Add("http://localhost:5080/issuers/a/keys/1", Jwk)
            .Add("http://localhost:5080/issuers/a/did.json", document);
        var refused = new ArchivedWeb();

        Assert.Equal((CheckOutcome.Passed, null), KeyOf(allowed.Verify(token)));
        Assert.Equal(CheckOutcome.NotRun, refused.Verify(token).Of(CheckIds.Proof).Outcome);
        Assert.Contains("https://localhost:5080/issuers/a/keys/1", refused.Asked);
    }
}
