using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>A real award does not exist for another structure, on any route; nobody awards oneself.</summary>
public sealed class OtherStructureTests(AwardScene scene) : IClassFixture<AwardScene>
{
    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/api/v1/awards/{id}" },
        { "POST", "/api/v1/awards/{id}/revocation" },
        { "GET", "/remises/{id}" },
        { "POST", "/remises/{id}/retrait" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Encadrant_AnotherStructuresAward_DoesNotExist(string method, string pattern)
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        using var page = await scene.App.SignInAsync(TestApp.OtherEncadrant);
        var path = pattern.Replace("{id}", id, StringComparison.Ordinal);

        using var answer = await SendAsync(page, method, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await AssertStandsAsync(id);
    }

    [Theory]
    [InlineData("GET", "/api/v1/awards/{id}")]
    [InlineData("POST", "/api/v1/awards/{id}/revocation")]
    [InlineData("GET", "/remises/{id}")]
    public async Task Key_AnotherStructuresAward_DoesNotExist(string method, string pattern)
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        using var client = scene.App.ClientWithKey(await OtherKeyAsync());
        using var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri(pattern.Replace("{id}", id, StringComparison.Ordinal), UriKind.Relative));
        request.Content = method == "POST" ? JsonContent.Create(new { reason = "error" }) : null;

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await AssertStandsAsync(id);
    }

    [Fact]
    public async Task List_AnotherStructuresAwards_IsEmpty()
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        using var client = scene.App.ClientWithKey(await OtherKeyAsync());
        using var page = await scene.App.SignInAsync(TestApp.OtherEncadrant);

        var ofKey = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/awards", UriKind.Relative));
        using var session = await ClientOfAsync(TestApp.OtherEncadrant);
        var ofSession = await session.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/awards", UriKind.Relative));
        await page.GetAsync("/remises");

        Assert.Equal(0, ofKey.GetProperty("awards").GetArrayLength());
        Assert.Equal(0, ofSession.GetProperty("awards").GetArrayLength());
        Assert.Null(page.Document?.QuerySelector("a[href^='/remises/']"));
        Assert.DoesNotContain(id, page.Document?.DocumentElement.OuterHtml ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OwnAddressThroughTheApi_IsRefused()
    {
        using var client = await ClientOfAsync(TestApp.Encadrant);

        using var answer = await client.PostAsJsonAsync(
            "/api/v1/awards",
            AwardScene.Body(recipient: new { givenName = "Karim", email = " ENCADRANT@atelier.test" }));

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("SelfAward", AwardScene.Text(problem, "code"));
    }

    private async Task<HttpResponseMessage> SendAsync(PageClient page, string method, string path)
    {
        if (method == "GET")
        {
            return await page.GetAsync(path);
        }

        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            using var client = await ClientOfAsync(TestApp.OtherEncadrant);
            return await client.PostAsJsonAsync(path, new { reason = "error" });
        }

        await page.GetAsync("/remises");
        return await page.PostFormAsync(path, new() { ["Reason"] = "error" });
    }

    private async Task AssertStandsAsync(string id)
    {
        using var client = scene.Structure();
        var award = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/awards/{id}", UriKind.Relative));
        Assert.False(award.TryGetProperty("revoked", out var revoked) && revoked.ValueKind == JsonValueKind.Object);
    }

    private async Task<HttpClient> ClientOfAsync(string email)
    {
        using var page = await scene.App.SignInAsync(email);
        var client = scene.App.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", page.CookieNamed("badges.session"));
        return client;
    }

    private async Task<string> OtherKeyAsync()
    {
        var other = await scene.App.Get<OrganizationStore>().FindAsync(TestApp.OtherStructure, CancellationToken.None);
        return await scene.App.Get<CreateApiKey>().RunAsync("other", other?.Id, CancellationToken.None);
    }
}
