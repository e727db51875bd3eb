using System.Net;
using System.Text.Json;
using Badges.Server.Features.Verification;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>« Est-ce bien cette personne ? »: yes, or that we cannot confirm; never no; a few times a day.</summary>
public sealed class RecipientQuestionTests : IAsyncLifetime
{
    private const string Email = "nadia@example.org";

    /// <summary>What would tell an employer that it is somebody else.</summary>
    private static readonly string[] No = ["n'a pas été remis", "n’a pas été remis", "was not awarded to", "Non,"];

    private readonly AwardScene _scene = new();

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(Email, "Oui.")]
    [InlineData(" NADIA@Example.org ", "Oui.")]
    [InlineData("someone.else@example.org", "Nous ne pouvons pas confirmer.")]
    public async Task Ask_OnThePublicPage_IsYesOrCannotConfirm(string typed, string expected)
    {
        var award = await AwardToEmailAsync();
        using var page = Page();

        using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = typed });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertAnswer(page, expected);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.DoesNotContain(typed.Trim(), page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Ask_OneAfterTheOther_IsAnsweredToEach()
    {
        var award = await AwardToEmailAsync();
        using var page = Page();
        foreach (var (typed, expected) in new[]
        {
            (Email, "Oui."),
            ("someone.else@example.org", "Nous ne pouvons pas confirmer."),
            (Email, "Oui."),
        })
        {
            using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = typed });
            AssertAnswer(page, expected);
        }

        using var shown = await page.GetAsync($"/credentials/{award.Text("id")}");
        Assert.Null(page.Document?.QuerySelector("#personne details[open]"));
    }

    [Fact]
    public async Task Ask_OfABadgeTiedToNoAddress_CannotBeConfirmed()
    {
        var award = await _scene.AwardAsync(AwardScene.Body(recipient: new { email = Email, reference = "r" }));
        using var page = Page();

        using var shown = await page.GetAsync($"/credentials/{award.Text("id")}");
        Assert.Null(page.Document?.QuerySelector("#personne form"));
        Assert.Contains("Nous ne pouvons pas le confirmer ici", page.Text, StringComparison.Ordinal);

        using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = Email });
        AssertAnswer(page, "Nous ne pouvons pas confirmer.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nadia")]
    [InlineData("urn:uuid:1")]
    public async Task Ask_BySomethingElseThanAnAddress_IsNotCompared(string typed)
    {
        var award = await AwardToEmailAsync();
        using var page = Page();

        using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector("#personne details[open] [aria-invalid=true]"));
        Assert.Equal(typed, page.Document.QuerySelector("[name=recipient]")?.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Ask_ByTheSubjectsIdentifier_SaysNothing()
    {
        var award = await AwardToEmailAsync();
        var credential = await _scene.GetJsonAsync(award.Text("json"));
        var subject = credential.GetProperty("credentialSubject").Text("id");
        using var page = Page();

        using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = subject });

        Assert.DoesNotContain("Oui.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_TheSixthTimeForABadge_HasToWait_AndAnotherBadgeHasNot()
    {
        var award = await AwardToEmailAsync();
        var other = await AwardToEmailAsync();
        using var page = Page();
        for (var count = 0; count < RecipientTries.PerBadge; count++)
        {
            using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = $"a{count}@example.org" });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = Email });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.DoesNotContain("Oui.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));

        using var uploaded = await PostFileAsync(page, award, Email);
        Assert.DoesNotContain("Oui.", page.Text, StringComparison.Ordinal);
        using var otherBadge = await page.PostFormAsync(PathOf(other), new() { ["recipient"] = Email });
        AssertAnswer(page, "Oui.");
    }

    [Theory]
    [InlineData(Email, "Oui.")]
    [InlineData("someone.else@example.org", "Nous ne pouvons pas confirmer.")]
    public async Task Ask_WithTheFile_KeepsTheVerdict(string typed, string expected)
    {
        var award = await AwardToEmailAsync();
        using var page = Page();

        using var answer = await PostFileAsync(page, award, typed);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        AssertAnswer(page, expected);
    }

    [Fact]
    public async Task Ask_WithTheFile_BySomethingElseThanAnAddress_ShowsTheFormAgain()
    {
        var award = await AwardToEmailAsync();
        using var page = Page();

        using var answer = await PostFileAsync(page, award, "Nadia");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Nadia", page.Document?.QuerySelector("[name=recipient]")?.GetAttribute("value"));
        Assert.NotNull(page.Document?.QuerySelector("details[open] [name=recipient]"));
    }

    [Fact]
    public async Task Ask_OfARevokedBadge_SaysYesUnderRed()
    {
        var award = await AwardToEmailAsync();
        await _scene.RevokeAsync(award.Text("id"));
        using var page = Page();

        using var answer = await page.PostFormAsync(PathOf(award), new() { ["recipient"] = "someone.else@example.org" });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.false"));
        Assert.Contains("retiré", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        AssertAnswer(page, "Nous ne pouvons pas confirmer.");
    }

    [Fact]
    public async Task Get_TheAddressOfTheQuestion_LeadsBackToThePage()
    {
        var award = await AwardToEmailAsync();

        using var answer = await _scene.App.Client.GetAsync(PathOf(award));

        Assert.Equal($"/credentials/{award.Text("id")}#personne", answer.Headers.Location?.ToString());
    }

    private static void AssertAnswer(PageClient page, string expected)
    {
        Assert.Contains(expected, page.Document?.QuerySelector("#personne details[open]")?.TextContent,
            StringComparison.Ordinal);
        foreach (var no in No)
        {
            Assert.DoesNotContain(no, page.Text, StringComparison.Ordinal);
        }
    }

    private Task<JsonElement> AwardToEmailAsync() => _scene.AwardAsync(AwardScene.Body(
        recipient: new { email = Email, reference = Guid.NewGuid().ToString() }, identity: "email"));

    private async Task<HttpResponseMessage> PostFileAsync(PageClient page, JsonElement award, string recipient)
    {
        var file = await _scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        return await page.PostFilesAsync(
            "/verifier", new() { ["recipient"] = recipient }, new() { ["file"] = (file, "badge.png") });
    }

    private static string PathOf(JsonElement award) => $"/credentials/{award.Text("id")}/personne";

    private PageClient Page() => new(_scene.App.CreateClient());
}
