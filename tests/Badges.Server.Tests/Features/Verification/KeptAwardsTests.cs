using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.Awards;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>What is kept in memory of an award never outlives what was decided about it.</summary>
public sealed class KeptAwardsTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();
    private string _id = "";

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        _id = (await _scene.AwardAsync()).Text("id");
        for (var view = 0; view < 3; view++)
        {
            Assert.Equal("authentic", await ToneAsync());
            Assert.Equal("valid", await VerdictAsync());
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("application/json"));
        }
    }

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Revoke_AWarmAward_IsSeenByTheNextViewAndTheNextVerification()
    {
        await _scene.App.RevokeAsync(_id);

        Assert.Equal("revoked", await VerdictAsync());
        Assert.Equal("false", await ToneAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("application/json"));
    }

    [Theory]
    [InlineData(AwardEnd.Declined)]
    [InlineData(AwardEnd.Erased)]
    public async Task End_AWarmAward_IsGoneAtTheNextView(AwardEnd end)
    {
        await EndAsync(_scene.App.Get<Database>(), end);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("application/json"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("text/plain"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("text/html"));
    }

    [Fact]
    public async Task End_InAnotherProcess_IsGoneWithinSeconds()
    {
        var other = StorageSetup.Open(_scene.App.Get<BadgesOptions>());
        await using var closing = (IAsyncDisposable)other;

        await EndAsync(other, AwardEnd.Declined);

        string[] forms = ["application/json", "text/plain", "text/html"];
        for (var tries = 0; tries < 50 && await StatusAsync(forms[0]) != HttpStatusCode.Gone; tries++)
        {
            await Task.Delay(100);
        }

        foreach (var form in forms)
        {
            Assert.Equal(HttpStatusCode.Gone, await StatusAsync(form));
        }
    }

    [Fact]
    public async Task Rotate_AfterACompromise_TheNextViewTellsIt()
    {
        var old = await TextAsync();
        _scene.App.Clock.Advance(TimeSpan.FromMinutes(10));

        await _scene.App.Get<RotateKey>().RunAsync(
            TestApp.Structure, TestApp.Now.AddMinutes(1), CancellationToken.None);

        Assert.NotEqual(old, await TextAsync());
        Assert.Equal("authentic", await ToneAsync());
        Assert.NotEqual("valid", await VerdictAsync(old));
    }

    [Fact]
    public async Task Rotate_ACompromiseBeforeTheAward_IsSeenAtTheNextView()
    {
        await _scene.App.Get<RotateKey>().RunAsync(
            TestApp.Structure, TestApp.Now.AddMinutes(-1), CancellationToken.None);

        Assert.Equal("false", await ToneAsync());
        Assert.NotEqual("valid", await VerdictAsync());
    }

    [Fact]
    public async Task Get_TheSamePage_IsTheSameToTheByteAndTellsTheMinute()
    {
        var first = await PageAsync();
        var second = await PageAsync();
        _scene.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var third = await PageAsync();

        Assert.Equal(first, second);
        Assert.Contains("à 10 h 00", first, StringComparison.Ordinal);
        Assert.Contains("à 10 h 02", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByAnother_IsNotThePageOfWhoWasSignedIn()
    {
        const string SignOut = "form[action='/deconnexion']";
        using var signedIn = await _scene.App.SignInAsync(TestApp.Encadrant);
        using var stranger = new PageClient(_scene.App.CreateClient());

        for (var view = 0; view < 2; view++)
        {
            using var theirs = await signedIn.GetAsync(Path);
            Assert.NotNull(signedIn.Document?.QuerySelector(SignOut));
            using var others = await stranger.GetAsync(Path);
            Assert.NotNull(stranger.Document);
            Assert.Null(stranger.Document.QuerySelector(SignOut));
        }
    }

    [Fact]
    public async Task Get_UnderAnotherAddressOrLanguage_SaysSo()
    {
        var french = await PageAsync();
        var other = await PageAsync("?de=courriel");
        var english = await PageAsync(language: "en");

        Assert.Contains("de%3Dcourriel", other, StringComparison.Ordinal);
        Assert.DoesNotContain("de%3Dcourriel", await PageAsync(), StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", french, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", english, StringComparison.Ordinal);
    }

    private string Path => $"/credentials/{_id}";

    private async Task EndAsync(Database database, AwardEnd end) => await database.WriteAsync(
        session => session.ExecuteAsync(
            "update awards set ended_at = @at, end_kind = @end where public_id = @id",
            new { at = TestApp.Now, end = EnumText.Of(end), id = _id },
            CancellationToken.None),
        CancellationToken.None);

    private async Task<HttpResponseMessage> GetAsync(string accept, string query = "", string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + query);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (language is not null)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        }

        return await _scene.App.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> StatusAsync(string accept)
    {
        using var answer = await GetAsync(accept);
        return answer.StatusCode;
    }

    private async Task<string> PageAsync(string query = "", string? language = null)
    {
        using var answer = await GetAsync("text/html", query, language);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> TextAsync()
    {
        using var answer = await GetAsync("application/json");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> ToneAsync()
    {
        using var page = new PageClient(_scene.App.CreateClient());
        using var answer = await page.GetAsync(Path);
        return page.Document?.QuerySelector("article.verdict")?.ClassList[^1] ?? page.Text;
    }

    private async Task<string> VerdictAsync(string? record = null)
    {
        using var client = _scene.App.ClientWithKey(_scene.App.StructureKey);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/verifications", new { credential = record ?? await TextAsync() });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("verdict");
    }
}
