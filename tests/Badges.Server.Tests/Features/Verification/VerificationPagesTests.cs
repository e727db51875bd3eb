using System.Net;
using AngleSharp.Html.Parser;
using Badges.Server.Demo;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Verification;
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
        Assert.Equal("https://badges.example.org/1", page.Document?.QuerySelector("[name=url]")?.TextContent);
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
    public async Task Post_CodeOrAddressAsPeopleTypeIt_LeadsToTheBadge()
    {
        var award = await scene.AwardAsync();
        var card = new Uri(award.GetProperty("card").Text("url"));
        var code = award.GetProperty("card").Text("code");
        var compact = code.Replace("-", "", StringComparison.Ordinal);
        string[] typed = [code, compact.ToLowerInvariant(), $"  {code} ", $"{card.Authority}/v/{code}", $"{card}/", $"{card}"];
        foreach (var text in typed)
        {
            using var page = Page();
            using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["url"] = text });
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{text}: {answer.StatusCode}");
            using var badge = await page.GetAsync($"{answer.Headers.Location}");
            Assert.Equal(HttpStatusCode.Redirect, badge.StatusCode);
            Assert.Equal($"/credentials/{award.Text("id")}", badge.Headers.Location?.ToString());
            using var client = scene.Structure();
            var report = await client.PostAsync(new { url = text }).ReportAsync();
            Assert.True(report.Verdict() == "valid", $"{text}\n{report.Describe()}");
        }
    }

    [Fact]
    public async Task Post_OurAddressWithoutScheme_IsChecked()
    {
        var award = await scene.AwardAsync();
        using var page = Page();

        using var answer = await page.PostFormAsync(
            Path, new Dictionary<string, string> { ["url"] = award.Text("url").Replace("http://", "", StringComparison.Ordinal) });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
    }

    [Theory]
    [InlineData("badges.example.org/1", "https://badges.example.org/1")]
    [InlineData("badges.example.org:8443", "https://badges.example.org:8443")]
    [InlineData(" https://a.example/ ", "https://a.example/")]
    [InlineData("http://a.example/", "http://a.example/")]
    [InlineData("ftp://a.example/", "ftp://a.example/")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("user@b.example/x", "user@b.example/x")]
    [InlineData("localhost", "localhost")]
    [InlineData("pas une adresse", "pas une adresse")]
    public void Complete_WhatWasTyped_IsTheAddressThatWasMeant(string typed, string expected) =>
        Assert.Equal(expected, scene.App.Get<TypedAddress>().Complete(typed));

    [Theory]
    [InlineData(" {\"a\": 1} ", "{\"a\": 1}")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("Voici mon badge", "Voici mon badge")]
    [InlineData("Voici : https://a.example/1 et https://b.example/2", "Voici : https://a.example/1 et https://b.example/2")]
    [InlineData("Voici mon badge : https://a.example/1.", null)]
    [InlineData("eyJ.example.org/1", null)]
    [InlineData("2345 2345 abc", null)]
    [InlineData("https://a.example/1", null)]
    [InlineData("badges.example.org", null)]
    public void FindText_InTheBox_TellsATextFromALinkOrACode(string typed, string? expected) =>
        Assert.Equal(expected, scene.App.Get<TypedAddress>().FindText(typed));

    [Theory]
    [InlineData("Voici mon badge : https://a.example/1. Bonne journée", "https://a.example/1")]
    [InlineData("https://a.example/1\nhttps://a.example/1", "https://a.example/1")]
    public void Complete_AMessageWithALink_IsTheLink(string typed, string expected) =>
        Assert.Equal(expected, scene.App.Get<TypedAddress>().Complete(typed));

    [Fact]
    public void Complete_AMessageWithSeveralLinks_IsTheOneThatIsOurs() => Assert.Equal(
        $"{scene.App.Address}credentials/1",
        scene.App.Get<TypedAddress>().Complete($"https://a.example/1 {scene.App.Address}credentials/1"));

    [Theory]
    [InlineData("json")]
    [InlineData("jwt")]
    public async Task Post_TheTextInTheBoxForLinks_IsChecked(string form)
    {
        var award = await scene.AwardAsync();
        var text = await scene.GetTextAsync(award.Text(form));
        using var page = Page();

        using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["url"] = text });

        Assert.True(page.Document?.QuerySelector(".verdict.authentic") is not null, page.Text);
    }

    [Fact]
    public async Task Get_ForTheCamera_AllowsOnlyThisPage()
    {
        using var verifier = await scene.App.Client.GetAsync(Path);
        using var home = await scene.App.Client.GetAsync("/");

        Assert.Contains("camera=(self)", verifier.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=()", home.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("data-scan", await verifier.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("data-scan", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CodeWithAWrongLetter_LeadsToThePageThatSaysSo()
    {
        using var page = Page();

        using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["url"] = "2222-2222-223" });

        Assert.Equal("/v/2222-2222-223", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_AddressOfAPictureOfTheDemonstration_IsChecked()
    {
        var award = await scene.AwardAsync();
        var picture = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        var address = await scene.App.Get<DemoFiles>().WritePictureAsync("essai.png", picture, CancellationToken.None);
        using var page = Page();

        using var answer = await page.PostFormAsync(Path, new Dictionary<string, string> { ["url"] = address });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
    }

    [Fact]
    public async Task Get_TheBox_AsksForNoneOfItsFields()
    {
        using var page = Page();

        using var answer = await page.GetAsync(Path);

        Assert.Equal(3, page.Document?.QuerySelectorAll(".verification-box [name]").Length);
        Assert.Empty(page.Document?.QuerySelectorAll(".verification-box [aria-required]") ?? throw new InvalidOperationException());
        Assert.DoesNotContain("(facultatif)", page.Document.QuerySelector("label[for=champ-url]")?.TextContent,
            StringComparison.Ordinal);
        foreach (var described in page.Document.QuerySelectorAll(".verification-box [aria-describedby]"))
        {
            foreach (var id in described.GetAttribute("aria-describedby")?.Split(' ') ?? [])
            {
                Assert.NotNull(page.Document.GetElementById(id));
            }
        }
    }

    [Theory]
    [InlineData("deep", "trop de parties")]
    [InlineData("{\"a\":1,\"a\":2}", "écrite deux fois")]
    [InlineData("{\"a\":", "incomplet ou mal copié")]
    public async Task Post_TextThatCannotBeRead_IsGreyWithItsReason(string text, string reason)
    {
        using var page = Page();

        using var answer = await page.PostFormAsync(
            Path, new Dictionary<string, string> { ["credential"] = text == "deep" ? new string('[', 300) : text });

        Assert.True(page.Document?.QuerySelector(".verdict.unverifiable") is not null, page.Text);
        Assert.Contains(reason, page.Document?.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Demandez", page.Text.Replace("ou demandez", "Demandez", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SvgWithAnEntity_IsRefusedAndNotDamaged()
    {
        var page = await PostFileAsync(
            System.Text.Encoding.UTF8.GetBytes(
                """<!DOCTYPE svg [<!ENTITY e "x">]><svg xmlns="http://www.w3.org/2000/svg">&e;</svg>"""),
            HttpStatusCode.OK);

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unverifiable"));
        Assert.Contains("refusée", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("abîmée", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("EntityDeclared", page.Text, StringComparison.Ordinal);
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
        Assert.Contains("Choisissez une image, ou collez un lien, un code ou un texte.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoThings_KeepsWhatWasTyped()
    {
        using var page = Page();

        using var answer = await page.PostFilesAsync(
            Path,
            new() { ["url"] = "https://a.example/", ["recipient"] = "amina@example.org" },
            new() { ["file"] = ([1, 2, 3], "badge.png") });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("https://a.example/", page.Document?.QuerySelector("[name=url]")?.TextContent);
        Assert.Equal("amina@example.org", page.Document?.QuerySelector("[name=recipient]")?.GetAttribute("value"));
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
