using Badges.Imaging.Png;
using Badges.Imaging.Tests.Png;
using Badges.Imaging.Uploads;

namespace Badges.Imaging.Tests.Uploads;

public sealed class UploadedPngTests
{
    [Theory]
    [InlineData(90, 90)]
    [InlineData(2000, 2000)]
    [InlineData(200, 196)]
    [InlineData(196, 200)]
    public void Check_SizeWithinBounds_IsKept(int width, int height)
    {
        var file = PngBuilder.Grey(width, height).End().ToBytes();

        var check = UploadedPng.Check(file);

        Assert.Equal(UploadFault.None, check.Fault);
        Assert.Equal((width, height), (check.Width, check.Height));
        Assert.Equal(file, check.Clean);
    }

    [Theory]
    [InlineData(89, 90, UploadFault.TooSmall)]
    [InlineData(90, 89, UploadFault.TooSmall)]
    [InlineData(2001, 2000, UploadFault.TooBig)]
    [InlineData(2000, 2001, UploadFault.TooBig)]
    [InlineData(200, 195, UploadFault.NotSquare)]
    [InlineData(195, 200, UploadFault.NotSquare)]
    public void Check_SizeOutOfBounds_IsRefused(int width, int height, UploadFault expected)
    {
        Refused(expected, PngBuilder.Grey(width, height).End().ToBytes());
    }

    [Fact]
    public void Check_DimensionBomb_IsRefusedFromItsHeader()
    {
        var bomb = PngBuilder.StartGrey(65535, 65535).Chunk("IDAT", PngBuilder.GreyPixels(1, 1)).End().ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(UploadFault.TooBig, bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Check_MoreThanTwoMegabytes_IsRefused()
    {
        Refused(UploadFault.TooLarge, new byte[UploadedPng.MaximumBytes + 1]);
    }

    [Theory]
    [InlineData(PngFault.Empty, UploadFault.Empty)]
    [InlineData(PngFault.NotPng, UploadFault.NotPng)]
    [InlineData(PngFault.BadCrc, UploadFault.Damaged)]
    [InlineData(PngFault.DataAfterEnd, UploadFault.Damaged)]
    public void Check_DamagedFile_IsRefusedByName(PngFault damage, UploadFault expected)
    {
        var check = UploadedPng.Check(PngFaultFiles.Build(damage));

        Assert.Equal((expected, damage), (check.Fault, check.Damage));
    }

    [Fact]
    public void Check_Animation_IsRefused()
    {
        Refused(UploadFault.Animated, PngBuilder.StartGrey(100, 100).Chunk("acTL", 0, 0, 0, 1, 0, 0, 0, 0)
            .Chunk("IDAT", PngBuilder.GreyPixels(100, 100)).End().ToBytes());
    }

    [Fact]
    public void Check_PixelsCutShort_IsRefused()
    {
        Refused(UploadFault.Undecodable, PngBuilder.StartGrey(100, 100)
            .Chunk("IDAT", PngBuilder.GreyPixels(100, 50)).End().ToBytes());
    }

    [Fact]
    public void Check_PixelsThatAreNoZlibData_IsRefused()
    {
        Refused(UploadFault.Undecodable, PngBuilder.StartGrey(100, 100).Chunk("IDAT", [1, 2, 3]).End().ToBytes());
    }

    [Fact]
    public void Check_TextsAndCameraData_AreLeftOut()
    {
        var pixels = PngBuilder.GreyPixels(100, 100);
        byte[] density = [0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1];
        var file = PngBuilder.StartGrey(100, 100).Chunk("pHYs", density)
            .Chunk("tEXt", PngBuilder.Text("Author", "Camille"))
            .Chunk("eXIf", [77, 77, 0, 42]).Chunk("tIME", new byte[7])
            .Chunk("iTXt", [.. "openbadges\0\0\0\0\0{}"u8]).Chunk("zTXt", [.. "a\0\0"u8]).Chunk("caBX", [1])
            .Chunk("iCCP", [.. "p\0\0"u8, .. PngBuilder.Deflate(new byte[2_000_000])])
            .Chunk("IDAT", pixels).Chunk("tEXt", PngBuilder.Text("Comment", "n")).End().ToBytes();

        var check = UploadedPng.Check(file);

        Assert.Equal(
            PngBuilder.StartGrey(100, 100).Chunk("pHYs", density).Chunk("IDAT", pixels).End().ToBytes(), check.Clean);
    }

    [HostileTheory]
    [InlineData("h01-truncated-idat", UploadFault.Damaged)]
    [InlineData("h07-credential-after-iend", UploadFault.Damaged)]
    [InlineData("h09-dimension-bomb", UploadFault.TooBig)]
    [InlineData("h13-iccp-bomb", UploadFault.TooSmall)]
    [InlineData("h27-empty", UploadFault.Empty)]
    [InlineData("h29-jpeg-named", UploadFault.NotPng)]
    [InlineData("h35-exif-xss", UploadFault.None)]
    public void Check_HostileFile_IsAnswered(string name, UploadFault expected)
    {
        var check = UploadedPng.Check(File.ReadAllBytes(Path.Combine(SharedData.Hostile!, "png", $"{name}.png")));

        Assert.Equal(expected, check.Fault);
    }

    private static void Refused(UploadFault expected, byte[] file)
    {
        var check = UploadedPng.Check(file);

        Assert.Equal(expected, check.Fault);
        Assert.Null(check.Clean);
    }
}
