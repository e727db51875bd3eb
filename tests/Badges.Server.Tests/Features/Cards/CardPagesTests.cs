using System.Net;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Cards;

public sealed class CardPagesTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Get_CodeHoweverTyped_LeadsToThePublicPage()
    {
        var award = await _scene.AwardAsync();
        var code = AwardScene.Text(award, "card", "code");

        foreach (var typed in (string[])[code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace('-', ' ')])
        {
            using var answer = await GetAsync(typed);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal($"/credentials/{AwardScene.Text(award, "id")}", answer.Headers.Location?.ToString());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task Get_MistypedCode_IsExplainedKindly()
    {
        var award = await _scene.AwardAsync();
        var code = AwardScene.Text(award, "card", "code");
        var wrong = (code[0] == 'Z' ? 'Y' : 'Z') + code[1..];

        using var answer = await GetAsync(wrong);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("une lettre est fausse", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CodeOfNoCard_IsExplainedKindly()
    {
        using var answer = await GetAsync(Server.Features.Awards.CardCode.Create());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nous ne connaissons pas ce code", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ThirtyFirstTry_HasToWait()
    {
        for (var count = 0; count < 30; count++)
        {
            using var answer = await GetAsync("2222-2222-222");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var refused = await GetAsync("2222-2222-222");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    private Task<HttpResponseMessage> GetAsync(string code) =>
        _scene.GetAsync($"{_scene.App.Address}v/{Uri.EscapeDataString(code)}", "text/html");
}
