using System.Text;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;
using UglyToad.PdfPig;

namespace Badges.Server.Tests.Features.Receipts;

/// <summary>The page of a receipt, read with a library of others, and handed in again.</summary>
public sealed class PrintedReceiptTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Pdf = "application/pdf";

    [Fact]
    public async Task Post_ByAccept_IsOnePageThatSaysEverything()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        var file = await client.PostForReceiptAsync(new { url = award.Text("url") }, Pdf).PdfAsync();

        using var document = PdfDocument.Open(file);
        Assert.Equal(1, document.NumberOfPages);
        var page = document.GetPage(1);
        Assert.Equal((595, 842), (Math.Round(page.Width), Math.Round(page.Height)));
        var text = string.Join(' ', page.GetWords().Select(word => word.Text)).Replace('\u00A0', ' ');
        string[] said =
        [
            "Reçu de vérification", "Vérifié le 1er février 2026 à 10 h 00 (heure de Paris)", "Badge authentique",
            $"Gestes de {AwardScene.Badge}", "L'Atelier du fil", award.Text("url"), "Ce n’est pas un diplôme.",
            "Le badge n’est pas retiré", "réussi", "Ce reçu ne nomme personne.", "/verifier",
        ];
        Assert.All(said, each => Assert.Contains(each, text, StringComparison.Ordinal));
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var attached));
        var receipt = Encoding.UTF8.GetString(Assert.Single(attached).Memory.Span);
        Assert.Equal("recu.json", attached[0].Name);
        Assert.Equal("fr", Receipting.Subject(receipt).GetProperty("page").Text("language"));
        if (Environment.GetEnvironmentVariable("BADGES_SHOW") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "recu.pdf"), file);
        }
    }

    [Fact]
    public async Task Post_Twice_IsTheSameFile()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        var first = await client.PostForReceiptAsync(new { url = award.Text("url") }, Pdf).PdfAsync();
        var second = await client.PostForReceiptAsync(new { url = award.Text("url") }, Pdf).PdfAsync();

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Verify_ThePage_IsAGoodReceiptAndAnIntactPage()
    {
        var (file, client) = await PrintAsync();

        var report = await client.PostFileAsync(file, name: "recu.pdf").ReportAsync();

        Assert.Equal("pdf", report.Text("container"));
        Assert.Equal("receipt", report.Text("format"));
        Assert.Equal("good", report.Signature());
        Assert.Equal("intact", report.GetProperty("receipt").Text("page"));
        Assert.Equal("passed", report.Check("picture").Text("outcome"));
        client.Dispose();
    }

    [Fact]
    public async Task Verify_APageThatWasChanged_SaysSoWhateverTheReceipt()
    {
        var (file, client) = await PrintAsync();
        var changed = Receipting.Replaced(file, "/Creator", "/Creatos");

        var report = await client.PostFileAsync(changed, name: "recu.pdf").ReportAsync();

        Assert.Equal("good", report.Signature());
        Assert.Equal("changed", report.GetProperty("receipt").Text("page"));
        Assert.StartsWith("Attention", report.Text("sentence"), StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task Verify_APageWithSomethingAddedBehindIt_SaysSo()
    {
        var (file, client) = await PrintAsync();

        var report = await client.PostFileAsync([.. file, .. "% more\n%%EOF\n"u8], name: "recu.pdf").ReportAsync();

        Assert.Equal("changed", report.GetProperty("receipt").Text("page"));
        client.Dispose();
    }

    [Fact]
    public async Task Verify_TheReceiptInsideChanged_IsFalse()
    {
        var (file, client) = await PrintAsync();
        var changed = Receipting.Replaced(file, "\"trust\":\"known\"", "\"trust\":\"knowm\"");

        var report = await client.PostFileAsync(changed, name: "recu.pdf").ReportAsync();

        Assert.Equal("wrong", report.Signature());
        Assert.Equal("invalid", report.Verdict());
        client.Dispose();
    }

    [Fact]
    public async Task Verify_AReceiptInAnotherReceiptsPage_SaysThatThePageIsNotItsOwn()
    {
        var (first, client) = await PrintAsync();
        var (second, other) = await PrintAsync();
        var receipt = AttachmentOf(first);
        var page = second.AsSpan(0, second.AsSpan().IndexOf("%%EOF\n"u8) + 6);
        var forged = Badges.Credentials.Verification.Receipts.ReceiptPdf.Attach(page, receipt);

        var report = await client.PostFileAsync(forged, name: "recu.pdf").ReportAsync();

        Assert.Equal("good", report.Signature());
        Assert.Equal("changed", report.GetProperty("receipt").Text("page"));
        client.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Verify_APdfWithoutAReceipt_CarriesNoBadge()
    {
        using var client = scene.Structure();

        using var answer = await client.PostFileAsync([.. "%PDF-1.4\n%%EOF\n"u8], name: "x.pdf");

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("PDF", (await answer.JsonAsync()).Text("title"), StringComparison.Ordinal);
    }

    private async Task<(byte[] File, HttpClient Client)> PrintAsync()
    {
        var award = await scene.AwardAsync();
        var client = scene.Structure();
        return (await client.PostForReceiptAsync(new { url = award.Text("url") }, Pdf).PdfAsync(), client);
    }

    private static string AttachmentOf(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var attached));
        return Encoding.UTF8.GetString(attached[0].Memory.Span);
    }
}
