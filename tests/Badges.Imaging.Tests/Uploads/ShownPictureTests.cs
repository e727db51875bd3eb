using System.Text;
using Badges.Imaging.Png;
using Badges.Imaging.Tests.Png;
using Badges.Imaging.Uploads;

namespace Badges.Imaging.Tests.Uploads;

public sealed class ShownPictureTests
{
    [Fact]
    public void TryCleanPng_TextsAndAnimation_AreLeftOut()
    {
        var file = PngBuilder.StartGrey(8, 8)
            .Chunk("iTXt", PngBuilder.Text("openbadges", "somebody's")).Chunk("acTL", new byte[8])
            .Chunk("IDAT", PngBuilder.GreyPixels(8, 8)).Chunk("tEXt", PngBuilder.Text("Author", "A")).End().ToBytes();

        var clean = ShownPicture.TryCleanPng(file);

        Assert.Equal(PngBuilder.Grey(8, 8).End().ToBytes(), clean);
    }

    [Theory]
    [InlineData(UploadedPng.MaximumSide, 1, true)]
    [InlineData(UploadedPng.MaximumSide + 1, 1, false)]
    [InlineData(1, UploadedPng.MaximumSide + 1, false)]
    public void TryCleanPng_ManyPixels_AreNotShown(int width, int height, bool isShown)
    {
        var file = PngBuilder.StartGrey(width, height).Chunk("IDAT", 0).End().ToBytes();

        Assert.Equal(isShown, ShownPicture.TryCleanPng(file) is not null);
    }

    [Fact]
    public void TryClean_OtherBytesOrTooMany_AreNotShown()
    {
        var large = PngBuilder.StartGrey(8, 8).Chunk("IDAT", new byte[ShownPicture.MaximumBytes]).End().ToBytes();
        Assert.NotNull(PngDatastream.TryRead(large, out _));

        Assert.Null(ShownPicture.TryCleanPng(large));
        Assert.Null(ShownPicture.TryCleanPng("<html>"u8.ToArray()));
        Assert.Null(ShownPicture.TryCleanSvg("<html>"u8.ToArray()));
        Assert.Null(ShownPicture.TryCleanSvg(Encoding.UTF8.GetBytes(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\"><!--{new string('x', ShownPicture.MaximumBytes)}--></svg>")));
    }

    [Theory]
    [InlineData("<script>1</script>", false)]
    [InlineData("""<image href="https://elsewhere.example/x.png"/>""", false)]
    [InlineData("""<rect width="1" height="1"/>""", true)]
    public void TryCleanSvg_WhatCouldRunOrFetch_IsNotShown(string inside, bool isShown)
    {
        var file = Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");

        Assert.Equal(isShown, ShownPicture.TryCleanSvg(file) is not null);
    }
}
