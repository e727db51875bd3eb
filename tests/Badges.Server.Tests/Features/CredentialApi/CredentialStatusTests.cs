using System.Net;
using System.Text.Json.Nodes;
using Badges.Server.Features.CredentialApi;

namespace Badges.Server.Tests.Features.CredentialApi;

/// <summary>Status entries added on request, and the lists behind them. Bitstring Status List 1.0.</summary>
public sealed class CredentialStatusTests(CredentialApiFixture fixture) : IClassFixture<CredentialApiFixture>
{
    private readonly TestApp _app = fixture.App;

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    [InlineData("ecdsa-rdfc-2019")]
    [InlineData("ecdsa-rdfc-2019-p384")]
    [InlineData("jwt")]
    public async Task Status_SetAndCleared_DecidesTheVerification(string issuer)
    {
        var issued = await _app.IssueAsync(
            CredentialApiCalls.Credential(), issuer, WithRevocation());
        var entry = EntryOf(issued);
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(issued)).Status);

        Assert.Equal(HttpStatusCode.OK, await SetAsync(entry, status: true));

        var (status, body) = await _app.VerifyAsync(issued);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["STATUS_VERIFICATION_ERROR"], body.Errors());
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(issued, new { checks = new[] { "proof" } })).Status);

        Assert.Equal(HttpStatusCode.OK, await SetAsync(entry, status: false));
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(issued)).Status);
    }

    [Fact]
    public async Task Status_TwoPurposes_AreTwoEntriesOfTwoLists()
    {
        var issued = await _app.IssueAsync(CredentialApiCalls.Credential(), options: new
        {
            credentialStatus = new[]
            {
                new { type = "BitstringStatusListEntry", statusPurpose = "revocation" },
                new { type = "BitstringStatusListEntry", statusPurpose = "suspension" },
            },
        });

        var entries = issued["credentialStatus"]!.AsArray();
        Assert.Equal(
            ["revocation", "suspension"], entries.Select(entry => entry!["statusPurpose"]!.GetValue<string>()));
        Assert.Equal(2, entries.Select(entry => entry!["statusListCredential"]!.GetValue<string>()).Distinct().Count());
        await SetAsync(entries[1]!, status: true);
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.VerifyAsync(issued)).Status);
    }

    [Fact]
    public async Task List_Published_IsACredentialOfTheSameIssuerAndVerified()
    {
        var issued = await _app.IssueAsync(
            CredentialApiCalls.Credential(), options: WithRevocation());
        var address = EntryOf(issued)["statusListCredential"]!.GetValue<string>();

        using var answer = await _app.Client.GetAsync(address);
        var list = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/vc+ld+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(address, list["id"]!.GetValue<string>());
        Assert.Equal(issued["issuer"]!.GetValue<string>(), list["issuer"]!.GetValue<string>());
        Assert.Equal("BitstringStatusList", list["credentialSubject"]!["type"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await _app.VerifyAsync(list)).Status);
    }

    [Fact]
    public async Task List_AfterARestart_HasGivenAwayAndSetTheSamePositions()
    {
        var files = _app.Get<StatusListFiles>();
        var (name, first) = files.Take("p256-revocation");
        var (_, second) = files.Take("p256-revocation");
        Assert.True(files.TrySet(name, first, isSet: true));

        var reopened = new StatusListFiles(_app.Get<Badges.Server.Settings.BadgesOptions>());

        Assert.NotEqual(first, second);
        var bits = reopened.Find(name)!.Value.Bits;
        Assert.Equal(1, bits.Sum(octet => int.PopCount(octet)));
        Assert.True(reopened.TrySet(name, second, isSet: true));
        var free = Enumerable.Range(0, 3).First(at => at != first && at != second);
        Assert.False(reopened.TrySet(name, free, isSet: true));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("p384-suspension-1")]
    [InlineData("..%2Fkeys.json")]
    [InlineData("keys")]
    public async Task List_ThatWasNeverMade_IsNotFound(string name)
    {
        using var answer = await _app.Client.GetAsync($"/vc-api/status-lists/{name}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"credentialStatus":4}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"credentialStatus":{"statusListIndex":"1"}}""", HttpStatusCode.BadRequest)]
    [InlineData(
        """{"credentialStatus":{"statusListCredential":"https://a.example/1","statusListIndex":"-1"}}""",
        HttpStatusCode.BadRequest)]
    [InlineData(
        """{"credentialStatus":{"statusListCredential":"https://a.example/1","statusListIndex":"1"}}""",
        HttpStatusCode.NotFound)]
    public async Task Status_OfAnEntryThatIsNone_IsRefused(string body, HttpStatusCode expected) => Assert.Equal(
        expected, (await _app.CallAsync("/vc-api/credentials/status", JsonNode.Parse(body)!)).Status);

    private static object WithRevocation() =>
        new { credentialStatus = new { type = "BitstringStatusList", statusPurpose = "revocation" } };

    private async Task<HttpStatusCode> SetAsync(JsonNode entry, bool status)
    {
        using var answer = await _app.Client.PostAsync("/vc-api/credentials/status", new StringContent(
            new JsonObject { ["credentialStatus"] = entry.DeepClone(), ["status"] = status }.ToJsonString(),
            System.Text.Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }

    private static JsonNode EntryOf(JsonNode issued)
    {
        if (issued["type"] is JsonValue)
        {
            var token = issued["id"]!.GetValue<string>().Split(',')[1];
            var payload = System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]);
            return JsonNode.Parse(payload)!["credentialStatus"]!;
        }

        return issued["credentialStatus"]!;
    }
}
