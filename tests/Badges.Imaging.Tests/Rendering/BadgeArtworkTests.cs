using System.Text;
using Badges.Imaging.Png;
using Badges.Imaging.Rendering;
using Badges.Imaging.Svg;
using Badges.Imaging.Uploads;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

public sealed class BadgeArtworkTests
{
    private const string Name = "Préparer une planche de culture en plein champ";

    public static IEnumerable<object[]> Looks { get; } =
    [
        .. from shape in Enum.GetValues<BadgeShape>()
           from palette in Enum.GetValues<BadgePalette>()
           select new object[] { shape, palette },
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public void DrawPng_EveryShapeAndPalette_IsASmallPictureWithTransparentCorners(BadgeShape shape, BadgePalette palette)
    {
        var png = BadgeArtwork.DrawPng(Recipe(shape, palette), Name);

        using var bitmap = SKBitmap.Decode(png);
        Assert.Equal((600, 600), (bitmap.Width, bitmap.Height));
        Assert.All(
            [(1, 1), (598, 1), (1, 598), (598, 598)],
            corner => Assert.Equal(0, bitmap.GetPixel(corner.Item1, corner.Item2).Alpha));
        Assert.Equal(255, bitmap.GetPixel(300, 300).Alpha);
        Assert.InRange(png.Length, 1, 120_000);
        Assert.Equal(UploadFault.None, UploadedPng.Check(png).Fault);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void DrawSvg_EveryShapeAndPalette_IsASmallDrawingWithoutFonts(BadgeShape shape, BadgePalette palette)
    {
        var svg = Encoding.UTF8.GetBytes(BadgeArtwork.DrawSvg(Recipe(shape, palette), Name));

        Assert.InRange(svg.Length, 1, 30_000);
        var document = SvgDocument.TryRead(svg, out _)!;
        Assert.Equal(["path", "title"], document.Root.Elements().Select(element => element.Name.LocalName).Distinct().Order());
        Assert.Null(SvgSanitizer.Clean(svg).FirstOffence);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void DrawSvg_PaintedAgain_IsTheSameDrawingAsThePng(BadgeShape shape, BadgePalette palette)
    {
        var recipe = Recipe(shape, palette);
        using var expected = SKBitmap.Decode(BadgeArtwork.DrawPng(recipe, Name));

        using var painted = SvgPictures.Paint(BadgeArtwork.DrawSvg(recipe, Name));

        // Coordinates are rounded to tenths of a unit, so that pixels on edges may differ a little: half a thousandth of them.
        Assert.InRange(SvgPictures.DifferentPixels(expected, painted, tolerance: 64), 0, 180);
    }

    [Fact]
    public void DrawPng_SameRecipe_GivesTheSameBytes()
    {
        var recipe = Recipe(BadgeShape.Rosette, BadgePalette.Sun);

        Assert.Equal(BadgeArtwork.DrawPng(recipe, Name), BadgeArtwork.DrawPng(recipe, Name));
        Assert.Equal(BadgeArtwork.DrawSvg(recipe, Name), BadgeArtwork.DrawSvg(recipe, Name));
    }

    [Theory]
    [InlineData(48)]
    [InlineData(96)]
    [InlineData(1200)]
    public void DrawPng_OtherSize_HasThatSize(int size)
    {
        var png = BadgeArtwork.DrawPng(Recipe(BadgeShape.Circle, BadgePalette.Ocean), Name, size);

        var datastream = PngDatastream.TryRead(png, out _)!;
        Assert.Equal((size, size), (datastream.Width, datastream.Height));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(2001)]
    public void DrawPng_SizeOutOfBounds_Throws(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => BadgeArtwork.DrawPng(Recipe(BadgeShape.Circle, BadgePalette.Ocean), Name, size));
    }

    [Theory]
    [InlineData(BadgePalette.Ocean)]
    [InlineData(BadgePalette.Forest)]
    [InlineData(BadgePalette.Ember)]
    [InlineData(BadgePalette.Plum)]
    [InlineData(BadgePalette.Slate)]
    [InlineData(BadgePalette.Sun)]
    public void Palette_TextAndIcon_ContrastAtLeastFourAndAHalf(BadgePalette palette)
    {
        var colours = PaletteColours.Of(palette);

        Assert.InRange(Contrast.Between(colours.Text, colours.Ribbon), 4.5, 21);
        Assert.InRange(Contrast.Between(colours.Icon, colours.Field), 4.5, 21);
        Assert.InRange(Contrast.Between(colours.Icon, colours.Light), 4.5, 21);
        Assert.InRange(Contrast.Between(colours.Rim, colours.Edge), 3, 21);
    }

    [Theory]
    [InlineData(null, Icons.Sprout, "Délissage", RecipeFault.None)]
    [InlineData(null, Icons.Sprout, " ", RecipeFault.TitleMissing)]
    [InlineData("Vingt-quatre caractères!", Icons.Sprout, "Nom", RecipeFault.None)]
    [InlineData("Vingt-cinq caractères !!!", Icons.Sprout, "Nom", RecipeFault.ShortTitleTooLong)]
    [InlineData(null, Icons.Sprout, "Fonctions de l'encadrant technique, pédagogique et social", RecipeFault.TitleDoesNotFit)]
    [InlineData("Anticonstitutionnellement", Icons.Sprout, "Nom", RecipeFault.ShortTitleTooLong)]
    [InlineData("Électroencéphalographie", Icons.Sprout, "Nom", RecipeFault.TitleDoesNotFit)]
    [InlineData(null, Icons.Sprout, "漢字", RecipeFault.UnknownCharacter)]
    [InlineData(null, Icons.Sprout, "L’œuvre « à finir »\u00A0: ça va ?", RecipeFault.None)]
    [InlineData(null, "", "Nom", RecipeFault.IconUnreadable)]
    [InlineData(null, "not a path", "Nom", RecipeFault.IconUnreadable)]
    [InlineData(null, "M0 0L24 0", "Nom", RecipeFault.IconUnreadable)]
    [InlineData(null, "M0 0LNaN 9L9 9Z", "Nom", RecipeFault.IconUnreadable)]
    [InlineData(null, "M0 0L1e39 9L9 1e39Z", "Nom", RecipeFault.IconUnreadable)]
    [InlineData(null, "M0 0L25 0L9 9Z", "Nom", RecipeFault.IconOutsideGrid)]
    [InlineData(null, "M-1 0L9 0L9 9Z", "Nom", RecipeFault.IconOutsideGrid)]
    [InlineData(null, Icons.Compass, "Nom", RecipeFault.None)]
    public void Check_Recipe_NamesItsFault(string? shortTitle, string icon, string name, RecipeFault expected)
    {
        var recipe = Recipe(BadgeShape.Circle, BadgePalette.Ocean) with { ShortTitle = shortTitle, IconPath = icon };

        Assert.Equal(expected, BadgeArtwork.Check(recipe, name));
        if (expected != RecipeFault.None)
        {
            Assert.Throws<ArgumentException>(() => BadgeArtwork.DrawPng(recipe, name));
        }
    }

    [Fact]
    public void Check_VeryLongIcon_IsRefused()
    {
        var icon = Icons.Sprout + new string(' ', BadgeRecipe.MaximumIconPath);

        Assert.Equal(
            RecipeFault.IconTooLong,
            BadgeArtwork.Check(Recipe(BadgeShape.Circle, BadgePalette.Ocean) with { IconPath = icon }, Name));
    }

    [Fact]
    public void DrawSvg_NameWithMarkup_IsEscaped()
    {
        var svg = BadgeArtwork.DrawSvg(Recipe(BadgeShape.Circle, BadgePalette.Ocean), "<b> & \"c\"");

        Assert.Contains("<title>&lt;b&gt; &amp; ", svg);
    }

    private static BadgeRecipe Recipe(BadgeShape shape, BadgePalette palette) =>
        new() { Shape = shape, Palette = palette, IconPath = Icons.Compass };
}
