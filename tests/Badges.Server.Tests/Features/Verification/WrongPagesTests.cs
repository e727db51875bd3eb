using System.Net;
using Badges.Credentials.Verification;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Rows of the list of wrong verdicts that speak of pages and addresses; the others are tests of the
/// library.</summary>
public sealed class WrongPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task V8_RevokedBadge_HasItsPageThatSaysWhenAndWhy()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"), "criteriaNotMet");
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.GetAsync(new Uri(award.Text("url")).AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("retiré", page.Document?.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.Matches("Retiré le 1er.février.2026. Raison : .+", page.Text);
    }

    [Theory]
    [InlineData("/verifier")]
    [InlineData("/verifier?url=https://badges.example/credentials/1")]
    [InlineData("/credentials/1111111111111111111111")]
    [InlineData("/v/AAAA-AAA-AAAA")]
    public async Task V23_PageWithoutAReport_ShowsNoVerdict(string path)
    {
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.GetAsync(path);

        Assert.NotNull(page.Document);
        Assert.Null(page.Document.QuerySelector(".verdict.authentic, .verdict.unknown, .verdict.false"));
        Assert.DoesNotContain("Badge authentique", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V23_PageOfABadge_ShowsTheVerdictOfThisView()
    {
        var award = await scene.AwardAsync();
        using var page = new PageClient(scene.App.CreateClient());
        var path = new Uri(award.Text("url")).AbsolutePath;

        using var before = await page.GetAsync(path);
        var shown = page.Document?.QuerySelector(".verdict.authentic");
        await scene.RevokeAsync(award.Text("id"));
        using var after = await page.GetAsync(path);

        Assert.NotNull(shown);
        Assert.Null(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.NotNull(page.Document?.QuerySelector(".verdict.false"));
    }

    [Fact]
    public async Task V27_RevokedBadge_KeepsItsFormsAndItsAssertionIsGone()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"));

        using var assertion = await scene.GetAsync(award.Text("assertion"));
        using var body = System.Text.Json.JsonDocument.Parse(await assertion.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Gone, assertion.StatusCode);
        Assert.True(body.RootElement.GetProperty("revoked").GetBoolean());
        foreach (var form in new[] { "url", "png", "svg", "json", "jwt" })
        {
            using var answer = await scene.GetAsync(award.Text(form));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var picture = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        Assert.NotNull(SubmittedBadge.Read(picture).Credential);
    }
}
