using Badges.Imaging.Sheets;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Badges.Imaging.Tests.Sheets;

public sealed class ReceiptDrawingTests
{
    /// <summary>Where the addresses at the foot of the page begin, in points from the top.</summary>
    private const float Foot = 716;

    [Theory]
    [InlineData(SheetTone.Green)]
    [InlineData(SheetTone.Amber)]
    [InlineData(SheetTone.Red)]
    [InlineData(SheetTone.Grey)]
    public void DrawPdf_AnyTone_IsOnePageWhoseTextCanBeRead(SheetTone tone)
    {
        using var document = PdfDocument.Open(ReceiptDrawing.DrawPdf(TestSheets.Of(tone)));

        var text = TextOf(document.GetPage(1));

        Assert.Equal(1, document.NumberOfPages);
        Assert.Equal("Reçu de vérification · Badges INAÉ", document.Information.Title);
        foreach (var part in new[]
        {
            "Reçu de vérification", "Badge authentique.", "Travailler en équipe : œuvre", "réussi",
            "Ce n’est pas un diplôme.", "https://badges.example/verifier", "Ce reçu ne nomme personne.",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DrawPdf_Links_CanBeFollowed()
    {
        using var document = PdfDocument.Open(ReceiptDrawing.DrawPdf(TestSheets.Of()));

        Assert.Equal(
            ["https://badges.example/verifier", "https://badges.example/credentials/1"],
            document.GetPage(1).GetHyperlinks().Select(link => link.Uri));
    }

    [Fact]
    public void DrawPdf_TheSameSheet_IsTheSameFile() =>
        Assert.Equal(ReceiptDrawing.DrawPdf(TestSheets.Of()), ReceiptDrawing.DrawPdf(TestSheets.Of()));

    [Fact]
    public void DrawPdf_AnotherSheet_IsAnotherFile() => Assert.NotEqual(
        ReceiptDrawing.DrawPdf(TestSheets.Of(SheetTone.Green)), ReceiptDrawing.DrawPdf(TestSheets.Of(SheetTone.Red)));

    [Fact]
    public void DrawPdf_OfOrdinaryLength_IsSmall() =>
        Assert.InRange(ReceiptDrawing.DrawPdf(TestSheets.Of()).Length, 10_000, 130_000);

    [Theory]
    [InlineData("mot ")]
    [InlineData("sans-un-seul-blanc")]
    [InlineData("W")]
    public void DrawPdf_EndlessTexts_StayAboveTheFoot(string repeated)
    {
        var endless = string.Concat(Enumerable.Repeat(repeated, 2000));

        var file = ReceiptDrawing.Draw(TestSheets.Of(text: endless), out var textEnds);

        using var document = PdfDocument.Open(file);
        Assert.Equal(1, document.NumberOfPages);
        Assert.InRange(textEnds, 300, Foot);
        Assert.All(
            document.GetPage(1).Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, 595.28 - 40));
    }

    [Fact]
    public void DrawPdf_SignsThatSteerTheText_AreLeftOut()
    {
        using var document = PdfDocument.Open(
            ReceiptDrawing.DrawPdf(TestSheets.Of(text: "vrai\u202Exuaf\u200B\u2028\u0007\uE000 日本 e\u0301")));

        var text = TextOf(document.GetPage(1));

        Assert.Contains("vraixuaf ?? é", text, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawPdf_AddressTooLongForACode_IsLeftOut()
    {
        var sheet = TestSheets.Of() with { Links = [new("x", "https://a.example/" + new string('a', 300))] };

        using var document = PdfDocument.Open(ReceiptDrawing.DrawPdf(sheet));

        Assert.Empty(document.GetPage(1).GetHyperlinks());
    }

    private static string TextOf(Page page) => string.Join(' ', page.GetWords().Select(word => word.Text));
}
