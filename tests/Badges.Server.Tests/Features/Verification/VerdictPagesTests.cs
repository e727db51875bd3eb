using System.Text;
using System.Text.Json;
using Badges.Server.Demo;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>What a person reads for each verdict, in both languages: all that is on the page before it is unfolded.</summary>
public sealed class VerdictPagesTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Page_OfEachVerdict_SaysWhatItIsAndWhatToDo(string language)
    {
        var award = await _scene.AwardAsync(Body());
        var revoked = await _scene.AwardAsync(Body());
        await _scene.RevokeAsync(revoked.Text("id"), "duplicate");
        var expired = await _scene.AwardAsync(Body(expires: "2026-02-01"));
        var unknown = ForeignBadges.SignByUnknownIssuer(TestApp.Now);
        var tampered = ForeignBadges.Tamper(await _scene.GetTextAsync(award.Text("json")));
        var published = await _scene.App.Get<BadgeStore>().FindPublishedAsync(AwardScene.Badge, CancellationToken.None);
        Assert.NotNull(published);
        var stripped = await _scene.App.Client.GetByteArrayAsync(
            AchievementDocuments.PathOf(published.Version) + ".png");
        var genuine = await _scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));

        var pages = new List<string>
        {
            await ReadAsync("authentic", language, page => page.GetAsync(PathOf(award))),
            await ReadAsync("authentic, handed in", language, page => PostAsync(page, genuine)),
            await ReadAsync("revoked", language, page => page.GetAsync(PathOf(revoked))),
            await ReadAsync("unknown issuer", language, page => PostAsync(page, Encoding.UTF8.GetBytes(unknown))),
            await ReadAsync("tampered", language, page => PostAsync(page, Encoding.UTF8.GetBytes(tampered))),
            await ReadAsync("stripped", language, page => PostAsync(page, stripped)),
            await ReadAsync("unreachable", language, page => page.PostFormAsync(
                "/verifier", new() { ["url"] = "https://badges.invalid/1" })),
        };
        _scene.App.Clock.Advance(TimeSpan.FromDays(2));
        pages.Add(await ReadAsync("expired", language, page => page.GetAsync(PathOf(expired))));

        Snapshot.Match(string.Join("\n\n", pages), language);
    }

    [Fact]
    public async Task Page_OfEachVerdict_NamesNobody()
    {
        var award = await _scene.AwardAsync(AwardScene.Body(
            recipient: new { givenName = "Nadia", familyName = "Exemplaire", email = "nadia@example.org" }, identity: "email"));
        using var page = new PageClient(_scene.App.CreateClient());

        using var answer = await page.GetAsync(PathOf(award));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.All(
            ["Nadia", "Exemplaire", "nadia@example.org", "Karim", "Benali"],
            name => Assert.DoesNotContain(name, html, StringComparison.OrdinalIgnoreCase));
    }

    private static object Body(string? expires = null) => AwardScene.Body(
        recipient: new { reference = Guid.NewGuid().ToString() },
        criteria: new[] { 1, 2 },
        observedOn: "2026-02-01",
        expires: expires,
        evidence: new[] { new { name = "Séance", narrative = "Un lot complet.", visibility = "private" } });

    private static string PathOf(JsonElement award) => new Uri(award.Text("url")).AbsolutePath;

    private static Task<HttpResponseMessage> PostAsync(PageClient page, byte[] file) =>
        page.PostFilesAsync("/verifier", [], new() { ["file"] = (file, "badge") });

    private async Task<string> ReadAsync(
        string name, string language, Func<PageClient, Task<HttpResponseMessage>> ask)
    {
        using var page = new PageClient(_scene.App.CreateClient());
        page.SetCookie($"langue={language}");
        using var answer = await ask(page);
        var verdict = page.Document?.QuerySelector(".verdict");
        Assert.True(verdict is not null, page.Text);
        foreach (var folded in verdict.QuerySelectorAll(".folded-content"))
        {
            folded.Remove();
        }

        var lines = verdict.QuerySelectorAll("h1, h2, p, dt, dd, li, img, summary")
            .Where(element => element.ParentElement?.Closest("li, dd") is null)
            .Select(element => element is { LocalName: "img" }
                ? $"img: {element.GetAttribute("alt")}"
                : $"{element.LocalName}: {Fold(element.TextContent)}");
        return $"== {name}, {(int)answer.StatusCode}, {verdict.ClassList[1]}\n{string.Join('\n', lines)}";
    }

    private static string Fold(string text) =>
        string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
