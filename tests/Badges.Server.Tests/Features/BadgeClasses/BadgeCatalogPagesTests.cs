using System.Net;
using System.Text.RegularExpressions;
using Badges.Server.Features.BadgeClasses;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>The public addresses: who gets which form, and with which headers.</summary>
public sealed partial class BadgeCatalogPagesTests : IAsyncLifetime
{
    private const string Slug = "preparer-une-planche";
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private TestApp _app = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _id = await _app.PublishSampleAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/achievements/{id}", "*/*", "application/ld+json", true)]
    [InlineData("/achievements/{id}", "application/json", "application/json", true)]
    [InlineData("/achievements/{id}.json", "*/*", "application/json", true)]
    [InlineData("/achievements/{id}.png", Browser, "image/png", true)]
    [InlineData("/achievements/{id}.svg", Browser, "image/svg+xml", true)]
    [InlineData("/badges/preparer-une-planche", "*/*", "application/ld+json", false)]
    [InlineData("/badges/preparer-une-planche.png", "*/*", "image/png", false)]
    [InlineData("/badges/preparer-une-planche.svg", "*/*", "image/svg+xml", false)]
    public async Task Get_PublishedAddress_AnswersTheFormWithItsHeaders(
        string address, string accept, string expected, bool isImmutable)
    {
        var path = address.Replace("{id}", _id, StringComparison.Ordinal);

        var answer = await _app.Client.GetAsync(path, accept);
        var head = await _app.Client.GetAsync(path, accept, HttpMethod.Head);
        var unchanged = await _app.Client.GetAsync(path, accept, knownTag: answer.Headers.ETag?.ToString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        foreach (var each in (HttpResponseMessage[])[answer, head, unchanged])
        {
            Assert.Equal("*", each.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("Accept, Accept-Language", string.Join(", ", each.Headers.Vary));
            Assert.Equal("nosniff", each.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(answer.Headers.ETag, each.Headers.ETag);
            Assert.Equal(
                isImmutable, each.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal));
            Assert.False(each.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected, head.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/badges", "text/html")]
    [InlineData("/badges/preparer-une-planche", "text/html")]
    [InlineData("/achievements/{id}", "text/html")]
    public async Task Get_Browser_GetsAPage(string address, string expected)
    {
        var answer = await _app.Client.GetAsync(address.Replace("{id}", _id, StringComparison.Ordinal), Browser);

        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept, Accept-Language", string.Join(", ", answer.Headers.Vary));
        Assert.Contains("private", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/badges")]
    [InlineData("/badges/preparer-une-planche")]
    [InlineData("/achievements/{id}")]
    public async Task Get_NothingAcceptable_Is406(string address)
    {
        var answer = await _app.Client.GetAsync(address.Replace("{id}", _id, StringComparison.Ordinal), "image/webp");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/badges/inconnu")]
    [InlineData("/badges/inconnu.png")]
    [InlineData("/achievements/inconnu")]
    [InlineData("/achievements/inconnu.svg")]
    [InlineData("/achievements/preparer-une-planche")]
    public async Task Get_Unknown_Is404(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Client.GetAsync(address, "*/*")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Client.GetAsync(address, Browser)).StatusCode);
    }

    [Fact]
    public async Task Get_PictureWithASession_CarriesNoCookie()
    {
        using var page = await _app.SignInAsync(TestApp.Administrator);
        _app.Clock.Advance(TimeSpan.FromHours(8)); // the session would be renewed

        var answer = await page.GetAsync($"/badges/{Slug}.png");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_Achievement_IsTheOneOfTheStandard()
    {
        var json = await _app.Client.GetStringAsync($"/achievements/{_id}");

        Assert.DoesNotContain("\\u00", json, StringComparison.Ordinal);
        Snapshot.Match(Neutral(json).Replace(",\"", ",\n\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catalogue_AsPage()
    {
        await _app.PublishSampleAsync(BadgeSamples.Request with
        {
            Slug = null,
            Name = "Accueillir une personne",
            Audience = "permanent",
            Sector = null,
        });

        Snapshot.Match(await PageAsync("/badges"));
    }

    [Theory]
    [InlineData("/badges?public=parcours", 1)]
    [InlineData("/badges?public=permanent", 0)]
    [InlineData("/badges?filiere=maraichage", 1)]
    [InlineData("/badges?filiere=textile", 0)]
    [InlineData("/badges?public=nonsense&filiere=%3Cscript%3E", 0)]
    public async Task Catalogue_Filtered_ShowsWhatAnswersToTheChoice(string address, int cards)
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync(address);

        Assert.Equal(cards, page.Document?.QuerySelectorAll(".badge-card").Length);
    }

    [Fact]
    public async Task Badge_AsPage() => Snapshot.Match(await PageAsync($"/badges/{Slug}"));

    [Fact]
    public async Task Badge_InEnglish_SaysWhichTextsAreFrench()
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");

        var page = await (await client.GetAsync($"/badges/{Slug}", Browser)).Content.ReadAsStringAsync();

        Assert.Contains("What it takes", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"badge-hero\" lang=\"fr\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Achievement_OfAnOlderVersion_LeadsToTheCurrentOne()
    {
        using var network = _app.Network();
        await network.PostAsync($"{BadgeApp.Api}/{Slug}/versions", null);
        await network.PostAsync($"{BadgeApp.Api}/{Slug}/publish", null);

        Assert.Contains("version plus ancienne", await PageAsync($"/achievements/{_id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("version plus ancienne", await PageAsync($"/badges/{Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_OwnPath_GivesTheSameBytesAsTheAddress()
    {
        var documents = _app.Get<AchievementDocuments>();
        foreach (var form in (string[])["", ".json", ".png", ".svg"])
        {
            var path = $"/achievements/{_id}{form}";
            var document = await documents.FindAsync(path, CancellationToken.None);

            Assert.Equal(await _app.Client.GetByteArrayAsync(path), document?.Body.ToArray());
        }

        Assert.Null(await documents.FindAsync("/achievements/x", CancellationToken.None));
        Assert.Null(await documents.FindAsync($"/achievements/{_id}.gif", CancellationToken.None));
        Assert.Null(await documents.FindAsync("/credentials/x", CancellationToken.None));
    }

    /// <summary>What is this page's own.</summary>
    private async Task<string> PageAsync(string path)
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync(path);
        return Neutral($"{page.Document?.Title}\n{page.Document?.QuerySelector("main")?.OuterHtml}");
    }

    private string Neutral(string text) => Hash().Replace(
        text.Replace($"localhost%3A{_app.Address.Port}", "badges.test", StringComparison.Ordinal)
            .Replace(_app.Address.ToString().TrimEnd('/'), "https://badges.test", StringComparison.Ordinal)
            .Replace(_id, "VERSION", StringComparison.Ordinal),
        "…");

    [GeneratedRegex(@"\b[0-9a-f]{64}\b|(?<=/achievements/)[1-9A-HJ-NP-Za-km-z]{22}")]
    private static partial Regex Hash();
}
