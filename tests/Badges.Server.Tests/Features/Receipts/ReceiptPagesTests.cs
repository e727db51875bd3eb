using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Receipts;

/// <summary>Receipts as people get them: buttons without a script, and what the page says of one that comes
/// back.</summary>
public sealed class ReceiptPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string PdfButton = "button[formaction='/verifier/recu.pdf']";
    private const string FileButton = "button[formaction='/verifier/recu.json']";

    [Fact]
    public async Task Result_OfAPicture_OffersBothForms()
    {
        var award = await scene.AwardAsync();
        using var page = Page();
        await PostPictureAsync(page, award.Text("png"));

        using var pdf = await PressAsync(page, PdfButton);
        using var file = await PressAsync(page, FileButton);

        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("recu-de-verification-2026-02-01.pdf", pdf.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("no-store", pdf.Headers.CacheControl?.ToString());
        Assert.False(pdf.Headers.Contains("Set-Cookie"));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal("recu-de-verification-2026-02-01.json", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("png", Receipting.Subject(await file.Content.ReadAsStringAsync()).Text("container"));
    }

    [Fact]
    public async Task Result_LaterThanTheCheck_GivesTheReceiptOfTheCheck()
    {
        var award = await scene.AwardAsync();
        using var page = Page();
        await PostPictureAsync(page, award.Text("png"));
        scene.App.Clock.Advance(TimeSpan.FromHours(3));

        using var file = await PressAsync(page, FileButton);
        scene.App.Clock.Advance(TimeSpan.FromHours(-3));

        Assert.Equal("2026-02-01T09:00:00Z", JsonElement.Parse(await file.Content.ReadAsStringAsync()).Text("validFrom"));
    }

    [Fact]
    public async Task Result_OfAQuestionAboutAPerson_GivesAReceiptWithoutThem()
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            recipient: new { email = "nadia@example.org", reference = Guid.NewGuid().ToString() }, identity: "email"));
        using var page = Page();
        using var result = await page.PostFormAsync(
            "/verifier", new Dictionary<string, string>
            {
                ["url"] = award.Text("url"),
                ["recipient"] = "someone.else@example.org",
            });

        using var file = await PressAsync(page, FileButton);

        var receipt = await file.Content.ReadAsStringAsync();
        Assert.Equal("valid", Receipting.Subject(receipt).Text("verdict"));
        Assert.DoesNotContain("someone", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("otherRecipient", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPage_OffersAReceiptThatIsMadeWhenItIsAskedFor()
    {
        var award = await scene.AwardAsync();
        using var page = Page();
        using var shown = await page.GetAsync(new Uri(award.Text("url")).PathAndQuery);

        Assert.Null(page.Document?.QuerySelector("input[name=credential]"));
        Assert.Equal(award.Text("url"), page.Document?.QuerySelector("input[name=url]")?.GetAttribute("value"));
        await scene.RevokeAsync(award.Text("id"));
        using var file = await PressAsync(page, FileButton);

        Assert.Equal("revoked", Receipting.Subject(await file.Content.ReadAsStringAsync()).Text("verdict"));
    }

    [Theory]
    [InlineData("/verifier/recu.pdf")]
    [InlineData("/verifier/recu.json")]
    public async Task Post_AForgedHiddenField_IsRefusedWithASentence(string path)
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"));
        using var page = Page();
        await PostPictureAsync(page, award.Text("png"));
        var receipt = page.Document?.QuerySelector("input[name=credential]")?.GetAttribute("value") ?? "";
        var forged = receipt.Replace("\"verdict\":\"revoked\"", "\"verdict\":\"valid\"", StringComparison.Ordinal);
        Assert.NotEqual(receipt, forged);

        using var answer = await page.PostFormAsync(path, new Dictionary<string, string> { ["credential"] = forged });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("Ce reçu n'est pas de nous", page.Document?.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credential", "rien", HttpStatusCode.UnprocessableEntity)]
    [InlineData("credential", "", HttpStatusCode.BadRequest)]
    [InlineData("url", "https://127.0.0.1/x", HttpStatusCode.UnprocessableEntity)]
    public async Task Post_NoBadge_IsAPageThatSaysSo(string field, string value, HttpStatusCode status)
    {
        using var page = Page();

        using var answer = await page.PostFormAsync(
            "/verifier/recu.pdf", new Dictionary<string, string> { [field] = value });

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Verifier_AReceiptThatComesBack_IsExplainedAndLeadsToTheBadgeToday()
    {
        var award = await scene.AwardAsync();
        using var page = Page();
        await PostPictureAsync(page, award.Text("png"));
        using var pdf = await PressAsync(page, PdfButton);
        await scene.RevokeAsync(award.Text("id"));

        using var explained = await page.PostFilesAsync(
            "/verifier", [], new() { ["file"] = (await pdf.Content.ReadAsByteArrayAsync(), "recu.pdf") });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unverifiable"));
        Assert.Null(page.Document.QuerySelector(".verdict.authentic"));
        Assert.StartsWith(
            "Ceci est un reçu de vérification, signé par notre service",
            page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Le 1er février 2026 à 10 h 00, notre service a contrôlé un badge et a trouvé :",
            page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Badge authentique", page.Document.QuerySelector("q")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ce n'est pas un diplôme.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(PdfButton));
        var today = page.Document.QuerySelector("form[action='/verifier'] input[name=url]")?.GetAttribute("value") ?? "";
        using var answer = await page.PostFormAsync("/verifier", new Dictionary<string, string> { ["url"] = today });
        Assert.NotNull(page.Document.QuerySelector(".verdict.false"));
    }

    [Fact]
    public async Task Verifier_AReceiptThatWasChanged_IsRedAndShowsNothingOfIt()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();
        var receipt = await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();
        using var page = Page();

        using var answer = await page.PostFormAsync("/verifier", new Dictionary<string, string>
        {
            ["credential"] = Receipting.Changed(receipt, json => json["credentialSubject"]!["name"] = "Badge d'or"),
        });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.false"));
        Assert.DoesNotContain("Badge d'or", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Badge authentique", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifier_APdfWhosePageWasChanged_IsAmberAndSaysWhatCounts()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();
        var file = await client.PostForReceiptAsync(new { url = award.Text("url") }, "application/pdf").PdfAsync();
        using var page = Page();

        using var answer = await page.PostFilesAsync(
            "/verifier", [], new() { ["file"] = (Receipting.Replaced(file, "/Creator", "/Creatos"), "recu.pdf") });

        Assert.NotNull(page.Document?.QuerySelector(".verdict.unknown"));
        Assert.Contains("la page de ce PDF a été modifiée", page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhatAReceiptIs_ExplainsEachWordOfOne()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();
        var receipt = await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();
        using var page = Page();

        using var answer = await page.GetAsync("/verifier/recu");

        var context = await scene.GetJsonAsync(JsonElement.Parse(receipt).GetProperty("@context")[1].GetString() ?? "");
        Assert.Equal(
            new Uri(scene.App.Address, "/verifier/recu#").ToString(), context.GetProperty("@context").Text("@vocab"));
        var subject = Receipting.Subject(receipt);
        var words = subject.EnumerateObject().Concat(subject.GetProperty("checks")[0].EnumerateObject())
            .Select(member => member.Name).Except(["id", "name"]);
        Assert.All(words, word => Assert.True(page.Document?.GetElementById(word) is not null, word));
    }

    private async Task PostPictureAsync(PageClient page, string address)
    {
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(address));
        using var answer = await page.PostFilesAsync("/verifier", [], new() { ["file"] = (file, "badge.png") });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Presses a button of the page: its form, with the fields that the page gave it.</summary>
    private static async Task<HttpResponseMessage> PressAsync(PageClient page, string selector)
    {
        var button = page.Document?.QuerySelector(selector);
        var form = button?.Closest("form");
        Assert.NotNull(form);
        var fields = form.QuerySelectorAll("input").ToDictionary(
            input => input.GetAttribute("name") ?? "", input => input.GetAttribute("value") ?? "");
        var answer = await page.PostFormAsync(button?.GetAttribute("formaction") ?? "", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private PageClient Page() => new(scene.App.CreateClient());
}
