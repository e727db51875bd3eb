using QRCoder;
using SkiaSharp;

namespace Badges.Imaging.Sheets;

/// <summary>A QR code as one path, its quiet zone included. ISO/IEC 18004.</summary>
internal static class QrCode
{
    /// <summary>More characters than this make modules too small to be scanned from a sheet.</summary>
    public const int LongestText = 300;

    /// <summary>The dark modules in a square of this side.</summary>
    public static SKPath Path(string text, float x, float y, float side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var module = side / rows.Count;
        using var path = new SKPathBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column])
                {
                    path.AddRect(SKRect.Create(x + (column * module), y + (row * module), module, module));
                }
            }
        }

        return path.Detach();
    }
}
