using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Server.Features.CredentialApi;

namespace Badges.Server.Tests.Features.CredentialApi;

/// <summary><c>POST /vc-api/…/verify</c>: shapes, bounds, and that nothing makes it fail.</summary>
public sealed class VerifyingTests(CredentialApiFixture fixture) : IClassFixture<CredentialApiFixture>
{
    private readonly TestApp _app = fixture.App;

    [Fact]
    public async Task Post_CredentialWithAnInlineContext_IsVerifiedHereAndRefusedAsABadge()
    {
        var credential = CredentialApiCalls.Credential();
        credential["@context"]!.AsArray().Add(JsonNode.Parse("""{"height":"https://a.example/#height"}"""));
        credential["credentialSubject"]!["height"] = 3;
        var issued = await _app.IssueAsync(credential);

        var (status, body) = await _app.VerifyAsync(issued);
        var (_, report) = await _app.CallAsync(
            "/api/v1/verifications", new { credential = issued.ToJsonString() });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(body["verified"]!.GetValue<bool>());
        Assert.Equal("invalid", report["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_CredentialChanged_SaysWhatIsWrong()
    {
        var issued = await _app.IssueAsync(CredentialApiCalls.Credential());
        issued["credentialSubject"]!["id"] = "did:example:somebody-else";

        var (status, body) = await _app.VerifyAsync(issued);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.False(body["verified"]!.GetValue<bool>());
        Assert.Equal(["PROOF_VERIFICATION_ERROR"], body.Errors());
    }

    [Fact]
    public async Task Post_Presentation_TellsOfItselfAndOfEachCredential()
    {
        var good = await _app.IssueAsync(CredentialApiCalls.Credential());
        var bad = good.DeepClone();
        bad["credentialSubject"]!["id"] = "did:example:somebody-else";
        var presentation = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = new JsonArray("VerifiablePresentation"),
            ["verifiableCredential"] = new JsonArray(good, bad),
        };
        var issuer = _app.Get<CredentialIssuers>().Find("jwt")!;
        var token = Badges.Credentials.Proofs.Jws.Sign(
            presentation.ToJsonString(), issuer.Key, issuer.VerificationMethod, "vp+jwt");

        var (status, body) = await _app.CallAsync("/vc-api/presentations/verify", new
        {
            verifiablePresentation = new
            {
                context = "",
                type = "EnvelopedVerifiablePresentation",
                id = $"data:application/vp+jwt,{token}",
            },
        });
        Assert.Equal(HttpStatusCode.BadRequest, status);

        (status, body) = await _app.CallAsync("/vc-api/presentations/verify", new { verifiablePresentation = token });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.False(body["verified"]!.GetValue<bool>());
        Assert.True(body["presentationResult"]!["verified"]!.GetValue<bool>());
        Assert.Equal(
            [true, false],
            body["credentialResults"]!.AsArray().Select(result => result!["verified"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("4")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"verifiableCredential\":{},\"verifiableCredential\":{}}")]
    [InlineData("{\"verifiableCredential\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"verifiableCredential\":{},\"options\":[]}")]
    [InlineData("{\"verifiableCredential\":{},\"options\":{\"challenge\":4}}")]
    [InlineData("{\"verifiableCredential\":{},\"options\":{\"checks\":[4,null]}}")]
    [InlineData("{\"verifiableCredential\":null}")]
    [InlineData("{\"verifiableCredential\":4}")]
    [InlineData("{\"verifiableCredential\":\"eyJhbGciOiJub25lIn0.e30.\"}")]
    [InlineData("{\"verifiableCredential\":{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:,\"}}")]
    [InlineData("{\"verifiablePresentation\":{\"type\":4,\"verifiableCredential\":[[[]]]}}")]
    public async Task Post_AnyBody_IsRefusedAndNothingFails(string body)
    {
        foreach (var path in new[]
        {
            "credentials/issue", "credentials/verify", "presentations/verify", "credentials/status",
        })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _app.Client.PostAsync($"/vc-api/{path}", content);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("text/plain", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", ApiBody.Largest + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_OtherTypeOrSize_IsRefused(string type, int length, HttpStatusCode expected)
    {
        using var content = new StringContent(new string(' ', length), Encoding.UTF8, type);
        using var answer = await _app.Client.PostAsync("/vc-api/credentials/verify", content);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [HostileFact]
    public async Task Post_HostileDocuments_AreAnsweredInTime()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.Hostile!, "*.json*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            using var content = new StringContent(
                $"{{\"verifiableCredential\":{text},\"credential\":{text}}}", Encoding.UTF8, "application/json");
            var body = await content.ReadAsByteArrayAsync();
            foreach (var path in new[] { "credentials/issue", "credentials/verify" })
            {
                using var sent = new ByteArrayContent(body);
                sent.Headers.ContentType = new("application/json");
                using var answer = await _app.Client.PostAsync($"/vc-api/{path}", sent);

                Assert.True((int)answer.StatusCode < 500, $"{file} {path} {answer.StatusCode}");
                count++;
            }
        }

        Assert.InRange(count, 2, int.MaxValue);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10) * count);
    }

    [Theory]
    [InlineData("credentials/issue")]
    [InlineData("credentials/verify")]
    [InlineData("presentations/verify")]
    public async Task Post_UnknownSuite_IsNotFound(string path) => Assert.Equal(
        HttpStatusCode.NotFound, (await _app.CallAsync($"/vc-api/no-suite/{path}", new { })).Status);

    [Fact]
    public async Task Description_OfTheApi_NamesItsRoutesUnderItsTag()
    {
        var description = JsonElement.Parse(await _app.Client.GetStringAsync("/openapi/v1.json"));

        var tagged = from path in description.GetProperty("paths").EnumerateObject()
                     from operation in path.Value.EnumerateObject()
                     where operation.Value.GetProperty("tags")[0].GetString() == "VC-API"
                     select $"{operation.Name} {path.Name}";

        Assert.Equal(
            [
                "get /vc-api/issuers",
                "get /vc-api/status-lists/{list}",
                "head /vc-api/status-lists/{list}",
                "post /vc-api/credentials/issue",
                "post /vc-api/credentials/status",
                "post /vc-api/credentials/verify",
                "post /vc-api/presentations/verify",
                "post /vc-api/{suite}/credentials/issue",
                "post /vc-api/{suite}/credentials/verify",
                "post /vc-api/{suite}/presentations/verify",
            ],
            tagged.Order(StringComparer.Ordinal));
    }
}
