using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Server.Features.CredentialApi;

namespace Badges.Interop.Tests;

/// <summary>The VC-API over HTTP, both ways: Digital Bazaar's libraries verify what it issues, and it verifies what
/// they issue, for every cryptosuite; tokens by <c>jose</c>.</summary>
public sealed class CredentialApiTests(Referee referee) : IClassFixture<Referee>, IAsyncLifetime
{
    private TestApp _app = null!;

    public static TheoryData<string> Embedded =>
    [
        "eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-rdfc-2019-p384", "ecdsa-jcs-2019",
        "ecdsa-jcs-2019-p384",
    ];

    public static TheoryData<string, string?> Foreign => new()
    {
        { "eddsa-rdfc-2022", null },
        { "eddsa-jcs-2022", null },
        { "ecdsa-rdfc-2019", "P-256" },
        { "ecdsa-rdfc-2019", "P-384" },
        { "ecdsa-jcs-2019", "P-256" },
        { "ecdsa-jcs-2019", "P-384" },
        { "eddsa-2022", null },
    };

    public static TheoryData<string, string> Tokens => new()
    {
        { "jwt", "EdDSA" },
        { "jwt-es256", "ES256" },
        { "jwt-es384", "ES384" },
    };

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(
        settings: options => options with { IsCredentialApiEnabled = true });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [RefereeTheory]
    [MemberData(nameof(Embedded))]
    public async Task Issue_BothVersions_IsVerifiedByTheReferee(string issuer)
    {
        foreach (var credential in Credentials())
        {
            // Its JCS suites tell contexts that are objects apart by their place in memory.
            if (issuer.Contains("jcs", StringComparison.Ordinal))
            {
                credential["@context"]!.AsArray().RemoveAt(1);
                credential["credentialSubject"]!.AsObject().Remove("height");
            }

            var issued = await _app.IssueAsync(credential, issuer);

            Assert.True(Verify(issued, issuer).GetProperty("verified").GetBoolean());

            issued["credentialSubject"]!["id"] = "did:example:somebody-else";
            Assert.Throws<RefusedByPeerException>(() => Verify(issued, issuer));
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Foreign))]
    public async Task Verify_TheRefereesCredential_IsVerified(string suite, string? curve)
    {
        var answer = referee.Ask("issue", new
        {
            credential = Credentials().First(),
            suite,
            curve,
            controller = Examples.Issuer,
            created = TestApp.Now,
        });
        var issued = JsonObject.Create(answer.GetProperty("credential"))!;

        var (status, body) = await _app.VerifyAsync(issued);
        issued["credentialSubject"]!["id"] = "did:example:somebody-else";
        var (changed, _) = await _app.VerifyAsync(issued);

        Assert.True(status is HttpStatusCode.OK, body.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, changed);
    }

    [RefereeTheory]
    [MemberData(nameof(Tokens))]
    public async Task Issue_Token_IsVerifiedByTheReferee(string issuer, string algorithm)
    {
        var issued = await _app.IssueAsync(Credentials().First(), issuer);
        var token = issued["id"]!.GetValue<string>().Split(',')[1];
        var jwk = JsonElement.Parse(_app.Get<CredentialIssuers>().Find(issuer)!.Key.PublicJwk(null));

        var answer = referee.Ask("verifyJws", new { token, jwk, algorithm });

        Assert.Equal("vc+jwt", answer.GetProperty("header").GetProperty("typ").GetString());
        var payload = JsonElement.Parse(answer.GetProperty("payload").GetString()!);
        Assert.Equal("did:example:subject", payload.GetProperty("credentialSubject").GetProperty("id").GetString());
    }

    [RefereeFact]
    public async Task Issue_TextWithADirection_IsVerifiedByTheReferee()
    {
        var credential = Credentials().First();
        credential["name"] = JsonNode.Parse("""{"@value":"שלום","@language":"he-IL","@direction":"rtl"}""");

        var issued = await _app.IssueAsync(credential, "eddsa-rdfc-2022");

        Assert.True(Verify(issued, "eddsa-rdfc-2022").GetProperty("verified").GetBoolean());
        issued["name"]!["@direction"] = "ltr";
        Assert.Throws<RefusedByPeerException>(() => Verify(issued, "eddsa-rdfc-2022"));
    }

    private static IEnumerable<JsonObject> Credentials()
    {
        yield return JsonNode.Parse("""
            {"@context":["https://www.w3.org/ns/credentials/v2",{"height":"https://a.example/#height"}],
            "type":["VerifiableCredential"],"issuer":"did:web:issuer.example","validFrom":"2026-01-01T00:00:00Z",
            "credentialSubject":{"id":"did:example:subject","height":3}}
            """)!.AsObject();
        yield return JsonNode.Parse("""
            {"@context":["https://www.w3.org/2018/credentials/v1",{"height":"https://a.example/#height"}],
            "type":["VerifiableCredential"],"issuer":"did:web:issuer.example","issuanceDate":"2026-01-01T00:00:00Z",
            "credentialSubject":{"id":"did:example:subject","height":3}}
            """)!.AsObject();
    }

    private JsonElement Verify(JsonNode credential, string issuer)
    {
        var own = _app.Get<CredentialIssuers>().Find(issuer)!;
        return referee.Ask("verify", new { credential, documents = Keys.Publish(own.Did, own.Key), now = TestApp.Now });
    }
}
