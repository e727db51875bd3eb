using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Web;

/// <summary>What all pages and all failures have in common, on the real server.</summary>
public sealed partial class PagesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/aide")]
    [InlineData("/confidentialite")]
    [InlineData("/mentions-legales")]
    public async Task Get_PublicPage_SpeaksBothLanguages(string path)
    {
        var french = await GetAsync(path, "text/html", "fr");
        var english = await GetAsync(path, "text/html", "en");

        Assert.Contains("<html lang=\"fr\"", await french.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(await french.Content.ReadAsStringAsync(), await english.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_PublicPage_SetsNoCookieAndWritesAccentsAsTheyAre()
    {
        var answer = await GetAsync("/confidentialite", "text/html", "fr");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("<title>Confidentialité · Badges INAÉ</title>", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/aide")]
    [InlineData("/rien")]
    [InlineData("/connexion")]
    public async Task Get_Page_LoadsNothingFromElsewhereAndHasNothingInline(string path)
    {
        var answer = await GetAsync(path, "text/html", "fr");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.DoesNotMatch(InlinePattern(), html);
        Assert.DoesNotMatch(ForeignPattern(), html);
        Assert.StartsWith("default-src 'none'; style-src 'self';", Header(answer, "Content-Security-Policy"),
            StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownAddress_IsAKindPageForAPerson()
    {
        using var page = new PageClient(_app.CreateClient());

        var answer = await page.GetAsync("/rien");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Cette page n'existe pas", page.Document?.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Post_AddressThatIsOnlyRead_IsRefusedWithTheMethodsThatAreNot()
    {
        var answer = await _app.Client.PostAsync("/aide", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("fr", "Cette page n'existe pas")]
    [InlineData("en", "This page does not exist")]
    public async Task Get_UnknownAddressOfTheApi_IsAProblemInTheLanguageAskedFor(string language, string title)
    {
        var answer = await GetAsync("/api/v1/rien", "text/html", language);

        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("NotFound", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/langue/en?retour=/badges", "/badges")]
    [InlineData("/langue/en?retour=//evil.test/", "/")]
    [InlineData("/langue/en?retour=/%5Cevil.test/", "/")]
    [InlineData("/langue/en?retour=https://evil.test/", "/")]
    [InlineData("/langue/en?retour=/%09/evil.test/", "/")]
    [InlineData("/langue/en", "/")]
    public async Task Choose_Language_KeepsItAndStaysOnThisSite(string path, string target)
    {
        var answer = await _app.Client.GetAsync(path);

        Assert.Equal(target, answer.Headers.Location?.ToString());
        Assert.StartsWith("langue=en;", Header(answer, "Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_UnknownLanguage_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Client.GetAsync("/langue/xx")).StatusCode);

    [Fact]
    public async Task Get_StylesheetThatAPageNames_MayBeKeptForAYear()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/aide");
        var address = page.Document?.QuerySelector("link[rel=stylesheet]")?.GetAttribute("href");

        var named = await _app.Client.GetAsync(address);
        var plain = await _app.Client.GetAsync("/badges.css");

        Assert.Matches("^/badges\\.css\\?v=[0-9a-f]{12}$", address);
        Assert.Contains("immutable", Header(named, "Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("no-cache", Header(plain, "Cache-Control"));
        Assert.NotNull(plain.Headers.ETag);
    }

    [Fact]
    public async Task Get_Stylesheet_IsAllPartsInOneLightFile()
    {
        var styles = await _app.Client.GetStringAsync("/badges.css");

        Assert.StartsWith("/* Tokens", styles, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(Repository.PathOf("src/Badges.Server/Web/Styles")),
            part => Assert.Contains(File.ReadAllText(part), styles, StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(styles), 10_000, 30_000);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Language", language);
        return await _app.Client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.GetValues(name));

    [GeneratedRegex("""<style|\sstyle=|<script(?![^>]* src=)|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex InlinePattern();

    [GeneratedRegex("""<(script|img|link|iframe|object|embed)[^>]*(src|href)="(https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPattern();
}
