using System.Net;
using System.Text.Json.Nodes;
using Badges.Server.Features.CredentialApi;

namespace Badges.Server.Tests.Features.CredentialApi;

/// <summary><c>POST /vc-api/credentials/issue</c>, and what it issues before its own verifier.</summary>
public sealed class IssuingTests(CredentialApiFixture fixture) : IClassFixture<CredentialApiFixture>
{
    private readonly TestApp _app = fixture.App;

    public static TheoryData<string> Issuers =>
    [
        "eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-rdfc-2019-p384", "ecdsa-jcs-2019",
        "ecdsa-jcs-2019-p384", "jwt", "jwt-es256", "jwt-es384",
    ];

    [Theory]
    [MemberData(nameof(Issuers))]
    public async Task Post_EachIssuerAndVersion_IsVerified(string issuer)
    {
        foreach (var credential in new[] { CredentialApiCalls.Credential(), CredentialApiCalls.FirstVersion() })
        {
            var issued = await _app.IssueAsync(credential, issuer);

            var (status, body) = await _app.VerifyAsync(issued);
            Assert.True(status is HttpStatusCode.OK, body.ToJsonString());
            Assert.True(body["verified"]!.GetValue<bool>());
            Assert.Empty(body.Errors());
        }
    }

    [Fact]
    public async Task Post_WithoutSuite_HasOneProofOfTheIssuerItself()
    {
        var (status, body) = await _app.CallAsync(
            "/vc-api/credentials/issue", new { credential = CredentialApiCalls.Credential() });

        var issued = body["verifiableCredential"]!;
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.StartsWith("did:key:z6Mk", issued["issuer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("eddsa-rdfc-2022", issued["proof"]!["cryptosuite"]!.GetValue<string>());
        Assert.Equal("2026-02-01T09:00:00Z", issued["proof"]!["created"]!.GetValue<string>());
        Assert.StartsWith(
            issued["issuer"]!.GetValue<string>() + "#", issued["proof"]!["verificationMethod"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SuiteAndKeyAmongTheOptions_AreTaken()
    {
        var (_, body) = await _app.CallAsync("/vc-api/credentials/issue", new
        {
            credential = CredentialApiCalls.Credential(),
            options = new { cryptosuite = "ecdsa-rdfc-2019", keyType = "P-384" },
        });

        Assert.StartsWith(
            "did:key:z82", body["verifiableCredential"]!["issuer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_IssuerAsAnObject_KeepsEverythingButItsName()
    {
        var credential = CredentialApiCalls.Credential();
        credential["issuer"] = JsonNode.Parse("""{"id":"did:example:a","name":{"@value":"é","@direction":"ltr"}}""");

        var issued = await _app.IssueAsync(credential);

        Assert.Equal("é", issued["issuer"]!["name"]!["@value"]!.GetValue<string>());
        Assert.StartsWith("did:key:", issued["issuer"]!["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(issued)).Status);
    }

    [Fact]
    public async Task Post_FirstVersion_NamesTheContextOfTheProofOnce()
    {
        var issued = await _app.IssueAsync(CredentialApiCalls.FirstVersion());
        var again = await _app.IssueAsync(issued.AsObject());

        Assert.Equal(
            ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/data-integrity/v2"],
            again["@context"]!.AsArray().Select(context => context!.GetValue<string>()));
    }

    [Fact]
    public async Task Post_Token_IsAnEnvelopeAndInTheFirstVersionAString()
    {
        var second = await _app.IssueAsync(CredentialApiCalls.Credential(), "jwt");
        var first = await _app.IssueAsync(CredentialApiCalls.FirstVersion(), "jwt");

        Assert.Equal("EnvelopedVerifiableCredential", second["type"]!.GetValue<string>());
        Assert.StartsWith("data:application/vc+jwt,eyJ", second["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("eyJ", first.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CredentialThatHasAProof_GetsOneMoreAndAChainWhenAsked()
    {
        var first = await _app.IssueAsync(
            CredentialApiCalls.Credential(), options: new { proofId = "urn:uuid:1" });
        var set = await _app.IssueAsync(first.AsObject());
        var chain = await _app.IssueAsync(
            first.AsObject(), options: new { previousProof = "urn:uuid:1" });

        Assert.Equal(2, set["proof"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(set)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(chain)).Status);
        chain["proof"]!.AsArray().RemoveAt(0);
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.VerifyAsync(chain)).Status);
    }

    [Theory]
    [InlineData(
        """{"@context":["https://www.w3.org/ns/credentials/v2","https://unknown.example"]}""",
        "PROOF_GENERATION_ERROR")]
    [InlineData(
        """{"@context":["https://www.w3.org/ns/credentials/v2",{"VerifiableCredential":"https://a.example/#a"}]}""",
        "PROOF_GENERATION_ERROR")]
    [InlineData("""{"credentialSubject":{"undefinedTerm":"x"}}""", "PROOF_GENERATION_ERROR")]
    [InlineData("""{"type":["VerifiableCredential","InvalidType"]}""", "PROOF_GENERATION_ERROR")]
    [InlineData("""{"credentialSubject":{}}""", "MALFORMED_VALUE_ERROR")]
    [InlineData("""{"issuer":null}""", "MALFORMED_VALUE_ERROR")]
    [InlineData("""
        {"relatedResource":{"id":"https://www.w3.org/ns/credentials/v2",
        "digestSRI":"sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}
        """, "CRYPTOGRAPHIC_SECURITY_ERROR")]
    public async Task Post_CredentialThatCannotBeIssued_IsAProblem(string members, string code)
    {
        var credential = CredentialApiCalls.Credential();
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            credential[name] = value?.DeepClone();
        }

        var (status, body) = await _app.CallAsync("/vc-api/credentials/issue", new { credential });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, body["code"]!.GetValue<string>());
        Assert.NotEmpty(body["errors"]!.AsObject());
    }

    [Theory]
    [InlineData("""{"verifiableCredential":{}}""")]
    [InlineData("""{"credential":{},"options":4}""")]
    [InlineData("""{"credential":{},"options":{"cryptosuite":"bbs-2023"}}""")]
    [InlineData("""{"credential":{},"options":{"cryptosuite":"ecdsa-sd-2023"}}""")]
    [InlineData("""{"credential":{},"options":{"credentialStatus":{"type":"StatusList2021"}}}""")]
    [InlineData("""
        {"credential":{},"options":{"credentialStatus":{"type":"BitstringStatusList","statusPurpose":"x"}}}
        """)]
    [InlineData("""{"credential":{},"options":{"previousProof":4}}""")]
    public async Task Post_RequestThatIsNone_IsAProblem(string body)
    {
        var (status, problem) = await _app.CallAsync("/vc-api/credentials/issue", JsonNode.Parse(body)!);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("PARSING_ERROR", problem["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Keys_AfterARestart_AreTheSame()
    {
        var folder = Path.Combine(_app.DataDirectory, "vc-api");
        var before = _app.Get<CredentialIssuers>().All.Select(issuer => issuer.Did).ToList();
        using var keys = new CredentialApiKeys(
            _app.Get<Badges.Server.Settings.BadgesOptions>(), _app.Get<Badges.Server.Secrets.KeyWrapping>());

        var after = new CredentialIssuers(keys).All.Select(issuer => issuer.Did);

        Assert.Equal(before, after);
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(Path.Combine(folder, "keys.json")));
    }

    [Fact]
    public async Task Issuers_OfTheApi_AreListedForTheSettingsOfASuite()
    {
        var list = JsonNode.Parse(await _app.Client.GetStringAsync("/vc-api/issuers"))!["issuers"]!.AsArray();

        Assert.Equal(
            ((IEnumerable<object[]>)Issuers).Select(row => row[0]),
            list.Select(issuer => issuer!["name"]!.GetValue<string>()));
        Assert.Equal(3, list.Select(issuer => issuer!["id"]!.GetValue<string>()).Distinct().Count());
    }
}
