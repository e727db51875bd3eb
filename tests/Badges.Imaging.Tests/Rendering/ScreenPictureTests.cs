using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

public sealed class ScreenPictureTests
{
    [Theory]
    [InlineData(600, 600, 480, 480)]
    [InlineData(2000, 1000, 480, 240)]
    [InlineData(90, 120, 90, 120)]
    public void Shrink_APicture_FitsTheScreenAndIsNeverEnlarged(
        int width, int height, int expectedWidth, int expectedHeight)
    {
        var shrunk = ScreenPicture.Shrink(Picture(width, height));

        using var decoded = SKBitmap.Decode(shrunk);
        Assert.Equal((expectedWidth, expectedHeight), (decoded.Width, decoded.Height));
        Assert.Equal("RIFF"u8, shrunk.AsSpan(0, 4));
        Assert.Equal("WEBP"u8, shrunk.AsSpan(8, 4));
        Assert.Equal(0, decoded.GetPixel(0, 0).Alpha);
        Assert.Equal(255, decoded.GetPixel(expectedWidth / 2, expectedHeight / 2).Alpha);
    }

    [Fact]
    public void Shrink_NoPicture_IsTheCallersFault() =>
        Assert.ThrowsAny<ArgumentException>(() => ScreenPicture.Shrink("no picture"u8));

    private static byte[] Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Teal })
        {
            canvas.Clear(SKColors.Transparent);
            canvas.DrawOval(new SKRect(0, 0, width, height), paint);
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
