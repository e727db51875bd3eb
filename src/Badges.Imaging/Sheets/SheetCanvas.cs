using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Sheets;

/// <summary>A page that is filled from the top down. Lengths are points, 72 to the inch.</summary>
internal sealed class SheetCanvas(SKCanvas canvas) : IDisposable
{
    private readonly SKPaint _fill = new() { IsAntialias = true };
    private readonly SKPaint _stroke = new()
    {
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>How far down the page is filled.</summary>
    public float Y { get; set; }

    public static SKFont Font(float size, bool isBold = false) =>
        new(isBold ? Typefaces.Bold : Typefaces.Regular, size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };

    /// <summary>Writes the text from <see cref="Y"/> down and moves it below the last line.</summary>
    public void Write(
        string text, float x, float width, SheetLettering lettering, int mostLines = 1)
    {
        using var font = Font(lettering.Size, lettering.IsBold);
        _fill.Color = lettering.Colour;
        foreach (var line in SheetText.Wrap(text, font, width, mostLines))
        {
            canvas.DrawText(line, x, Y + (lettering.Size * 0.93f), SKTextAlign.Left, font, _fill);
            Y += lettering.Size * lettering.LineHeight;
        }
    }

    public void Rectangle(SKRect rectangle, float radius, SKColor colour)
    {
        _fill.Color = colour;
        canvas.DrawRoundRect(rectangle, radius, radius, _fill);
    }

    public void Circle(float x, float y, float radius, SKColor colour)
    {
        _fill.Color = colour;
        canvas.DrawCircle(x, y, radius, _fill);
    }

    public void Rule(float x, float width)
    {
        _stroke.Color = SheetColours.Line;
        _stroke.StrokeWidth = 0.7f;
        canvas.DrawLine(x, Y, x + width, Y, _stroke);
    }

    public void Fill(SKPath path, SKColor colour)
    {
        _fill.Color = colour;
        canvas.DrawPath(path, _fill);
    }

    /// <summary>A drawing of lines on a grid of 24, as our icons are.</summary>
    public void Icon(string path, float x, float y, float side, SKColor colour)
    {
        using var parsed = SKPath.ParseSvgPathData(path)
            ?? throw new ArgumentException("Not a path.", nameof(path));
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(side / 24);
        _stroke.Color = colour;
        _stroke.StrokeWidth = 2.6f;
        canvas.DrawPath(parsed, _stroke);
        canvas.Restore();
    }

    public void Link(SKRect area, string address)
    {
        using var _ = canvas.DrawUrlAnnotation(area, address);
    }

    public void Dispose()
    {
        _fill.Dispose();
        _stroke.Dispose();
    }
}

/// <summary>How a text is written.</summary>
internal sealed record SheetLettering(float Size, SKColor Colour, bool IsBold = false, float LineHeight = 1.3f);
