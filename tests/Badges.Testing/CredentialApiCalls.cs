using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Badges.Testing;

/// <summary>Calls as interoperability suites make them.</summary>
public static class CredentialApiCalls
{
    public static JsonObject Credential() => JsonNode.Parse("""
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
        "issuer":"did:example:issuer","credentialSubject":{"id":"did:example:subject"}}
        """)!.AsObject();

    public static JsonObject FirstVersion() => JsonNode.Parse("""
        {"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiableCredential"],
        "id":"urn:uuid:86294362-4254-4f36-854f-3952fe42555d","issuer":"did:example:issuer",
        "issuanceDate":"2020-03-16T22:37:26Z","credentialSubject":{"id":"did:example:subject"}}
        """)!.AsObject();

    public static async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(
        this TestApp app, string path, object body)
    {
        using var answer = await app.Client.PostAsJsonAsync(path, body);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? new JsonObject());
    }

    /// <summary>Issues, and gives what was issued.</summary>
    public static async Task<JsonNode> IssueAsync(
        this TestApp app, JsonObject credential, string issuer = "eddsa-rdfc-2022", object? options = null)
    {
        var (status, body) = await app.CallAsync(
            $"/vc-api/{issuer}/credentials/issue", new { credential, options = options ?? new { } });
        Assert.True(status is HttpStatusCode.Created, body.ToJsonString());
        return body["verifiableCredential"]!.DeepClone();
    }

    public static Task<(HttpStatusCode Status, JsonNode Body)> VerifyAsync(
        this TestApp app, JsonNode credential, object? options = null) =>
        app.CallAsync(
            "/vc-api/credentials/verify",
            new { verifiableCredential = credential, options = options ?? new { } });

    public static IEnumerable<string> Errors(this JsonNode body) => body["errors"]!.AsArray()
        .Select(error => error!["type"]!.GetValue<string>().Split('#')[1]);
}
