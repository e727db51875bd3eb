using System.Net;
using Badges.Server.Features.Awards;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

public sealed class CredentialPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Get_AsABrowser_ShowsTheVerdictOfThisView()
    {
        var evidence = new { name = "Photo", narrative = "secret de l'atelier", visibility = "private" };
        var award = await scene.AwardAsync(AwardScene.Body("page", evidence: new[] { evidence }));
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.GetAsync(new Uri(award.Text("url")).AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.Contains("1er février 2026 à 10 h 00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Preuve conservée par la structure", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Text, StringComparison.Ordinal);
        Assert.Contains("Niort (79)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ce n'est pas un diplôme.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[download][href='/credentials/{award.Text("id")}.png']"));
        Assert.NotNull(page.Document.QuerySelector($"a[download][href='/credentials/{award.Text("id")}.svg']"));
        Assert.Equal(award.Text("url"), page.Document.QuerySelector("#lien")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_AsABrowser_StaysOutOfSearchAndSharesOnlyTheBadge()
    {
        var award = await scene.AwardAsync();
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.GetAsync(new Uri(award.Text("url")).AbsolutePath);

        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal("noindex", page.Document?.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        var shared = page.Document?.QuerySelectorAll("meta[property^='og:']")
            .Select(tag => $"{tag.GetAttribute("property")}={tag.GetAttribute("content")}").ToList() ?? [];
        Assert.Contains("og:title=Gestes de gestes-de-test", shared);
        var picture = $"og:image={scene.App.Address}achievements/";
        Assert.Contains(shared, tag => tag.StartsWith(picture, StringComparison.Ordinal));
        Assert.DoesNotContain(shared, tag => tag.StartsWith("og:description", StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, "application/vc+ld+json")]
    [InlineData("*/*", "application/vc+ld+json")]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("application/vc", "application/vc")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json, application/ld+json, application/vc+jwt, text/plain", "application/ld+json")]
    [InlineData("application/vc+jwt, application/json;q=0.5", "application/vc+jwt")]
    [InlineData("application/*;q=0.5, text/html;q=0.4", "application/vc+ld+json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    public async Task Get_ByAccept_AnswersTheForm(string? accept, string type)
    {
        var award = await scene.AwardAsync();

        using var answer = await scene.GetAsync(new Uri(award.Text("url")).AbsolutePath, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        if (type is not "text/html")
        {
            var form = type is "application/vc+jwt" or "text/plain" ? "jwt" : "json";
            Assert.Equal(await scene.GetTextAsync(award.Text(form)), await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Get_NothingAcceptable_Is406()
    {
        var award = await scene.AwardAsync();

        using var answer = await scene.GetAsync(new Uri(award.Text("url")).AbsolutePath, "video/mp4");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Head_AnswersLikeGet(string accept)
    {
        var award = await scene.AwardAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(award.Text("url")));
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await scene.App.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(accept, answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_Revoked_SaysRetiredWithReasonAndDate()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"), "duplicate", "une note qui reste au journal");
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.GetAsync(new Uri(award.Text("url")).AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.false"));
        Assert.Contains("retiré", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Retiré le 1er février 2026. Raison : remis deux fois.", page.Text.Replace('\u00A0', ' '),
            StringComparison.Ordinal);
        Assert.DoesNotContain("une note", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Garder et montrer", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("details:not([open]) a[download]"));
        Assert.Contains("retiré", page.Document.QuerySelector("details q")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Get_Declined_Is410(string accept)
    {
        var award = await scene.AwardAsync();
        await EndAsync(award.Text("id"), AwardEnd.Declined);

        using var answer = await scene.GetAsync(new Uri(award.Text("url")).AbsolutePath, accept);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(
            accept == "text/html" ? "à la demande de la personne" : "\"gone\":true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gestes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AddressOfADeclinedBadge_SaysThatItIsGone()
    {
        var award = await scene.AwardAsync();
        await EndAsync(award.Text("id"), AwardEnd.Erased);
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.PostFormAsync(
            "/verifier", new Dictionary<string, string> { ["url"] = award.Text("url") });

        Assert.Contains("Cette page n'existe plus, à la demande de la personne.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cela ne dit rien de ses compétences.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NobodysId_Is404()
    {
        using var answer = await scene.GetAsync("/credentials/1111111111111111111111", "text/html");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_SignedAfterTheKeyWasStolen_HasASentenceOfItsOwn()
    {
        await using var app = await ScenePlayedAsync();
        var early = await app.AwardAsync();
        var oldCopy = await app.App.Client.GetByteArrayAsync(new Uri(early.Text("jwt")));
        app.App.Clock.Advance(TimeSpan.FromDays(10));
        var late = await app.AwardAsync();
        app.App.Clock.Advance(TimeSpan.FromDays(10));
        var rotated = await app.App.Get<RotateKey>().RunAsync(
            TestApp.Structure, TestApp.Now.AddDays(5), CancellationToken.None);
        Assert.Null(rotated.Refusal);
        using var page = new PageClient(app.App.CreateClient());

        using var lateAnswer = await page.GetAsync(new Uri(late.Text("url")).AbsolutePath);
        Assert.True(page.Document?.QuerySelector(".verdict.false") is not null, page.Text);
        Assert.Contains("il a été signé quand la clé de la structure", page.Text, StringComparison.Ordinal);
        using var earlyAnswer = await page.GetAsync(new Uri(early.Text("url")).AbsolutePath);
        Assert.True(page.Document?.QuerySelector(".verdict.authentic") is not null, page.Text);
        using var oldAnswer = await page.PostFilesAsync("/verifier", [], new() { ["file"] = (oldCopy, "badge.jwt") });
        Assert.True(page.Document?.QuerySelector(".verdict.unverifiable") is not null, page.Text);
        Assert.Contains("Cette copie du badge est ancienne", page.Text, StringComparison.Ordinal);
    }

    private static async Task<PlayedScene> ScenePlayedAsync()
    {
        var scene = new AwardScene();
        await scene.InitializeAsync();
        return new PlayedScene(scene);
    }

    private async Task EndAsync(string publicId, AwardEnd end) =>
        await scene.App.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                "update awards set ended_at = @at, end_kind = @end where public_id = @publicId",
                new { at = TestApp.Now, end = EnumText.Of(end), publicId },
                CancellationToken.None),
            CancellationToken.None);

    private sealed class PlayedScene(AwardScene scene) : IAsyncDisposable
    {
        public TestApp App => scene.App;

        public Task<System.Text.Json.JsonElement> AwardAsync() => scene.AwardAsync();

        public async ValueTask DisposeAsync() => await scene.DisposeAsync();
    }
}
