using System.Net;
using AngleSharp.Html.Parser;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

public sealed class VerificationPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Path = "/verifier";

    [Fact]
    public async Task Get_WithAnAddress_FillsTheFormAndFetchesNothing()
    {
        using var page = Page();

        using var answer = await page.GetAsync($"{Path}?url=https%3A%2F%2Fbadges.example.org%2F1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https://badges.example.org/1", page.Document?.QuerySelector("[name=url]")?.GetAttribute("value"));
        Assert.Null(page.Document?.QuerySelector(".verdict"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Post_OurPicture_IsAuthentic()
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var page = Page();

        using var answer = await page.PostFilesAsync(
            Path, new() { ["url"] = "", ["credential"] = "" }, new() { ["file"] = (file, "badge.png") });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.StartsWith(
            "Badge authentique", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("L'Atelier du fil", page.Text, StringComparison.Ordinal);
        Assert.Contains("05 49 00 00 00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Trie les textiles par matière.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ce n'est pas un diplôme.", page.Text, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Post_AddressInAPlainForm_IsChecked()
    {
        var award = await scene.AwardAsync();
        using var page = Page();

        using var answer = await page.PostFormAsync(
            Path, new Dictionary<string, string> { ["url"] = award.Text("url") });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
    }

    [Fact]
    public async Task Post_CodeOfACard_LeadsToItsPage()
    {
        var award = await scene.AwardAsync();
        var card = award.GetProperty("card").Text("url");
        using var page = Page();

        using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["url"] = card });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(card).AbsolutePath, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_PictureWithoutItsRecord_IsAnsweredKindly()
    {
        var published = await scene.App.Get<BadgeStore>().FindPublishedAsync(AwardScene.Badge, CancellationToken.None);
        Assert.NotNull(published);
        var file = await scene.App.Client.GetByteArrayAsync(
            new Uri(scene.App.Address, AchievementDocuments.PathOf(published.Version) + ".png"));

        var page = await PostFileAsync(file, HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unverifiable"));
        Assert.Contains("Ce n'est pas un signe de fraude.", page.Text, StringComparison.Ordinal);
        Assert.Contains("le lien de son badge, le code écrit sur sa carte, ou le fichier d'origine", page.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Jpeg_SaysWhichPicturesCanCarryABadge()
    {
        var page = await PostFileAsync([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A], HttpStatusCode.OK);

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unverifiable"));
        Assert.Contains("ni un PNG ni un SVG", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EmptyFile_SaysSo()
    {
        var page = await PostFileAsync([], HttpStatusCode.OK);

        Assert.Contains("Ce fichier est vide.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HugeFile_ShowsTheFormAgainAndSaysTheLimit()
    {
        var page = await PostFileAsync(new byte[20 * 1024 * 1024], HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("5 Mo", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document?.QuerySelector("[role=alert]"));
        Assert.NotNull(page.Document?.QuerySelector("[name=file]"));
    }

    [Fact]
    public async Task Post_Nothing_ShowsTheFormAgain()
    {
        const string form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"url\"\r\n\r\n\r\n--x--\r\n";
        using var content = new StringContent(form);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await scene.App.Client.PostAsync(Path, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Déposez une image, collez un lien ou collez un texte.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoThings_KeepsWhatWasTyped()
    {
        using var page = Page();

        using var answer = await page.PostFormAsync(
            Path, new Dictionary<string, string> { ["url"] = "https://a.example/", ["credential"] = "texte" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("https://a.example/", page.Document?.QuerySelector("[name=url]")?.GetAttribute("value"));
        Assert.Equal("texte", page.Document?.QuerySelector("[name=credential]")?.TextContent);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{\"@context\":")]
    public async Task Post_TextThatIsNoBadge_IsNeverEchoed(string text)
    {
        using var page = Page();

        using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["credential"] = text });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unverifiable"));
        Assert.DoesNotContain(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InEnglish_AnswersInEnglish()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new FormUrlEncodedContent([new("credential", "hello")]),
        };
        request.Headers.AcceptLanguage.ParseAdd("en");

        using var answer = await scene.App.Client.SendAsync(request);

        var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("This text is not a badge.", document.QuerySelector("h1")?.TextContent);
    }

    private async Task<PageClient> PostFileAsync(byte[] file, HttpStatusCode status)
    {
        var page = Page();
        using var answer = await page.PostFilesAsync(
            Path, new() { ["url"] = "", ["credential"] = "" }, new() { ["file"] = (file, "image.png") });
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {page.Text}");
        return page;
    }

    private PageClient Page() => new(scene.App.CreateClient());
}
