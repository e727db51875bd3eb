using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Sheets;

/// <summary>
/// Draws a receipt on one A4 page as PDF. The same sheet always gives the same bytes, text stays text, and nothing that
/// anybody wrote makes it longer than the page.
/// </summary>
public static class ReceiptDrawing
{
    private const float PageWidth = 595.28f;
    private const float PageHeight = 841.89f;
    private const float Margin = 48;
    private const float Width = PageWidth - (2 * Margin);
    private const float Gap = 20;
    private const float ColumnWidth = (Width - Gap) / 2;
    private const float LabelWidth = 124;
    private const float LinksTop = 716;
    private const float QrSide = 76;

    private static SheetDensity[] Densities { get; } = [SheetDensity.Roomy, SheetDensity.Compact];

    /// <summary>The page.</summary>
    public static byte[] DrawPdf(ReceiptSheet sheet) => Draw(sheet, out _);

    /// <summary>The page, and how far down its text goes.</summary>
    internal static byte[] Draw(ReceiptSheet sheet, out float textEnds)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var bytes = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = $"{sheet.Heading} · {sheet.Service}",
            Author = sheet.Service,
            Creator = sheet.Service,
            Producer = "SkiaSharp",
            Creation = sheet.At.UtcDateTime,
            Modified = sheet.At.UtcDateTime,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (var document = SKDocument.CreatePdf(bytes, about))
        {
            var density = Array.Find(Densities, each => Measure(sheet, each) <= LinksTop - Gap) ?? Densities[^1];
            using var page = new SheetCanvas(document.BeginPage(PageWidth, PageHeight));
            DrawText(page, sheet, density);
            textEnds = page.Y;
            DrawLinks(page, sheet);
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    /// <summary>How far down the text goes when it is set so.</summary>
    private static float Measure(ReceiptSheet sheet, SheetDensity density)
    {
        using var recorder = new SKPictureRecorder();
        using var page = new SheetCanvas(recorder.BeginRecording(SKRect.Create(PageWidth, PageHeight)));
        DrawText(page, sheet, density);
        return page.Y;
    }

    private static void DrawText(SheetCanvas page, ReceiptSheet sheet, SheetDensity density)
    {
        DrawHeading(page, sheet);
        DrawVerdict(page, sheet, density);
        DrawFacts(page, sheet.Facts, density);
        DrawChecks(page, sheet, density);
        DrawNotes(page, sheet, density);
    }

    private static void DrawHeading(SheetCanvas page, ReceiptSheet sheet)
    {
        const float side = 26;
        foreach (var (path, colour) in Nugget)
        {
            using var parsed = SKPath.ParseSvgPathData(path);
            using var placed = Paths.Moved(
                parsed, SKMatrix.CreateScaleTranslation(side / 32, side / 32, Margin - 2, 36));
            page.Fill(placed, colour);
        }

        page.Y = 42;
        page.Write(sheet.Service, Margin + side + 6, ColumnWidth, new(12, SheetColours.Text, IsBold: true));
        page.Y = 74;
        page.Write(sheet.Heading, Margin, Width, new(25, SheetColours.Text, IsBold: true, LineHeight: 1.2f));
        page.Y += 2;
        page.Write(sheet.MadeAt, Margin, Width, new(10.5f, SheetColours.Muted));
        page.Y += 12;
    }

    private static void DrawVerdict(SheetCanvas page, ReceiptSheet sheet, SheetDensity density)
    {
        const float icon = 34;
        const float padding = 16;
        const int mostLines = 4;
        var (tone, ground) = SheetColours.Of(sheet.Tone);
        var lettering = new SheetLettering(density.Sentence, tone, IsBold: true, LineHeight: 1.25f);
        const float left = Margin + padding + icon + 14;
        const float width = Width - (left - Margin) - padding;
        using var font = SheetCanvas.Font(lettering.Size, lettering.IsBold);
        var lines = SheetText.Wrap(sheet.Sentence, font, width, mostLines).Count;
        var height = Math.Max(icon, lines * lettering.Size * lettering.LineHeight) + (2 * padding);
        var top = page.Y;
        page.Rectangle(SKRect.Create(Margin, top, Width, height), 9, ground);
        page.Circle(Margin + padding + (icon / 2), top + (height / 2), icon / 2, tone);
        page.Icon(IconOf(sheet.Tone), Margin + padding + 6, top + (height / 2) - 11, icon - 12, SKColors.White);
        page.Y = top + ((height - (lines * lettering.Size * lettering.LineHeight)) / 2);
        page.Write(sheet.Sentence, left, width, lettering, mostLines);
        page.Y = top + height + density.Gap;
    }

    private static void DrawFacts(SheetCanvas page, IReadOnlyList<SheetFact> facts, SheetDensity density)
    {
        foreach (var fact in facts)
        {
            var top = page.Y;
            page.Y = top + 1.5f;
            page.Write(fact.Label, Margin, LabelWidth - 8, new(9, SheetColours.Muted), 2);
            var afterLabel = page.Y;
            page.Y = top;
            page.Write(fact.Value, Margin + LabelWidth, Width - LabelWidth, new(10.5f, SheetColours.Text), 2);
            page.Y = Math.Max(page.Y, afterLabel) + density.FactPadding;
            page.Rule(Margin, Width);
            page.Y += density.FactPadding + 1;
        }

        page.Y += density.Gap - density.FactPadding - 1;
    }

    private static void DrawChecks(SheetCanvas page, ReceiptSheet sheet, SheetDensity density)
    {
        page.Write(sheet.ChecksHeading, Margin, Width, new(12, SheetColours.Text, IsBold: true));
        page.Y += 4;
        var top = page.Y;
        var rows = (sheet.Checks.Count + 1) / 2;
        for (var index = 0; index < sheet.Checks.Count; index++)
        {
            var check = sheet.Checks[index];
            var x = Margin + (index < rows ? 0 : ColumnWidth + Gap);
            page.Y = top + (index % rows * density.CheckRow);
            page.Icon(IconOf(check.Mark), x, page.Y + 1, 12, SheetColours.Of(check.Mark));
            page.Write(check.Title, x + 18, ColumnWidth - 18, new(density.Check, SheetColours.Text, LineHeight: 1.2f));
            page.Write(check.Outcome, x + 18, ColumnWidth - 18, new(density.Check - 0.9f, SheetColours.Muted));
        }

        page.Y = top + (rows * density.CheckRow) + density.Gap - 6;
    }

    private static void DrawNotes(SheetCanvas page, ReceiptSheet sheet, SheetDensity density)
    {
        page.Write(sheet.Warning, Margin, Width, new(12, SheetColours.Text, IsBold: true));
        page.Y += 4;
        var top = page.Y;
        var end = top;
        for (var index = 0; index < sheet.Notes.Count; index++)
        {
            var x = Margin + (index * (ColumnWidth + Gap));
            page.Y = top;
            page.Write(sheet.Notes[index].Heading, x, ColumnWidth, new(density.Note, SheetColours.Text, IsBold: true));
            page.Write(sheet.Notes[index].Text, x, ColumnWidth, new(density.Note, SheetColours.Text), 6);
            end = Math.Max(end, page.Y);
        }

        page.Y = end;
    }

    private static void DrawLinks(SheetCanvas page, ReceiptSheet sheet)
    {
        page.Y = LinksTop;
        page.Rule(Margin, Width);
        var links = sheet.Links.Where(link => link.Address.Length <= QrCode.LongestText).Take(2).ToList();
        for (var index = 0; index < links.Count; index++)
        {
            var x = Margin + (index * (ColumnWidth + Gap));
            var area = SKRect.Create(x, LinksTop + 8, ColumnWidth, QrSide);
            using var code = QrCode.Path(links[index].Address, x - 4, area.Top, QrSide);
            page.Fill(code, SheetColours.Text);
            page.Y = area.Top + 4;
            var left = x + QrSide + 6;
            page.Write(links[index].Caption, left, ColumnWidth - QrSide - 6, new(8.8f, SheetColours.Text), 4);
            page.Y += 2;
            page.Write(
                links[index].Address, left, ColumnWidth - QrSide - 6, new(7.6f, SheetColours.Link, LineHeight: 1.2f), 3);
            page.Link(area, links[index].Address);
        }

        page.Y = LinksTop + QrSide + 16;
        page.Write(sheet.Footer, Margin, Width, new(8, SheetColours.Muted), 2);
    }

    private static IEnumerable<(string Path, SKColor Colour)> Nugget =>
    [
        ("M10 4 21 3l8 9-2 12-10 6-11-3-3-11z", SheetColours.Gold),
        ("M10 4 21 3l-4 10-8 3z", SheetColours.GoldLight),
        ("M17 13l12-1-2 12-10 6z", SheetColours.GoldDark),
    ];

    private static string IconOf(SheetTone tone) => tone switch
    {
        SheetTone.Green => IconOf(SheetMark.Check),
        SheetTone.Amber => IconOf(SheetMark.Question),
        SheetTone.Red => IconOf(SheetMark.Cross),
        _ => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M5.8 18.2L18.2 5.8",
    };

    private static string IconOf(SheetMark mark) => mark switch
    {
        SheetMark.Check => "M5 12.5l5 5L19.5 7",
        SheetMark.Cross => "M6 6l12 12M18 6L6 18",
        _ => "M8 8.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.3-1.8 2.9M12 19.5v.1",
    };
}
