using System.Net;
using Badges.Credentials.Baking;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Our own badge in its own picture, and its record moved into another one.</summary>
public sealed class OwnPictureTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Theory]
    [InlineData("png", ".png")]
    [InlineData("png?format=jwt", ".png")]
    [InlineData("png?format=ob2", ".png")]
    [InlineData("svg", ".svg")]
    [InlineData("svg?format=jwt", ".svg")]
    [InlineData("svg?format=ob2", ".svg")]
    public async Task Post_OurPicture_IsTheIssuers(string form, string compared)
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri($"{award.Text("url")}.{form}"));
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        var check = report.Check("picture");
        Assert.True(check.Text("outcome") == "passed", report.Describe());
        Assert.StartsWith("/achievements/", new Uri(check.Text("source")).AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith(compared, check.Text("source"), StringComparison.Ordinal);
        Assert.EndsWith("n’a pas été modifié.", report.Text("sentence"), StringComparison.Ordinal);
        Assert.EndsWith(".png", report.GetProperty("credential").Text("image"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    public async Task Post_AddressOfOurPicture_IsTheIssuersToo(string form)
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        var report = await client.PostAsync(new { url = award.Text(form) }).ReportAsync();

        Assert.Equal("passed", report.Check("picture").Text("outcome"));
    }

    [Fact]
    public async Task Post_RecordInAnotherPicture_StaysValidAndSaysSo()
    {
        var file = await MovedAsync("png");
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Equal("known", report.Trust());
        Assert.Equal("failed", report.Check("picture").Text("outcome"));
        Assert.Equal("pictureDiffers", report.Check("picture").Text("code"));
        Assert.EndsWith(
            "L’image donnée n’est pas celle de la structure.", report.Text("sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RecordInAnotherSvg_IsNotTheIssuersEither()
    {
        var file = await MovedAsync("svg");
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Equal("pictureDiffers", report.Check("picture").Text("code"));
    }

    [Fact]
    public async Task Page_RecordInAnotherPicture_ShowsTheIssuersOwn()
    {
        var file = await MovedAsync("png");
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.PostFilesAsync("/verifier", [], new() { ["file"] = (file, "badge.png") });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.Contains(
            "L’image donnée n’est pas celle de la structure.", page.Document.QuerySelector("h1")?.TextContent,
            StringComparison.Ordinal);
        Assert.Contains(
            "L'image montrée ici est celle de la structure.", page.Text.Replace('’', '\''),
            StringComparison.Ordinal);
        var shown = page.Document.QuerySelector(".verdict img")?.GetAttribute("src");
        var published = await scene.App.Get<BadgeStore>().FindPublishedAsync(AwardScene.Badge, CancellationToken.None);
        Assert.Equal(ScreenPictures.PathOf(published?.Version.PublicId ?? ""), shown);
    }

    [Fact]
    public async Task Page_OurPicture_SaysNothingOfIt()
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var page = new PageClient(scene.App.CreateClient());

        using var answer = await page.PostFilesAsync("/verifier", [], new() { ["file"] = (file, "badge.png") });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.DoesNotContain("montrée ici", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("image donnée", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A genuine record in the picture of another badge of ours.</summary>
    private async Task<byte[]> MovedAsync(string form)
    {
        var other = $"autre-{Guid.NewGuid():N}"[..14];
        await scene.PublishAsync(other, request => request with
        {
            Picture = new PictureRequest { Shape = "circle", Palette = "ocean", Icon = "M4 4h16v8H4z" },
        });
        var picture = await scene.App.Client.GetByteArrayAsync(
            new Uri(scene.App.Address, $"/badges/{other}.{form}"));
        var award = await scene.AwardAsync();
        var record = await scene.GetTextAsync(award.Text("json"));
        return form == "png" ? PngBaking.Bake(picture, record, null) : SvgBaking.Bake(picture, record);
    }
}
