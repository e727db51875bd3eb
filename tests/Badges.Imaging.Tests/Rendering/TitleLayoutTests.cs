using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

public sealed class TitleLayoutTests
{
    [Theory]
    [InlineData("Délissage", "Délissage")]
    [InlineData("Sécurité débroussaillage", "Sécurité|débroussaillage")]
    [InlineData("Réemploi : analyse fonctionnelle d'un objet", "Réemploi : analyse|fonctionnelle|d'un objet")]
    [InlineData("  Travailler   en équipe ", "Travailler|en équipe")]
    public void TryFit_Title_IsWrappedBetweenWords(string title, string lines)
    {
        Assert.Equal(lines, string.Join('|', TitleLayout.TryFit(title)!.Lines));
    }

    [Theory]
    [InlineData("AFEST")]
    [InlineData("Planche de culture")]
    [InlineData("Gestes de sécurité au débroussaillage")]
    [InlineData("Préparer une planche de culture en plein champ")]
    public void TryFit_TitleThatFits_HasLettersOfNinePercentInsideTheRibbon(string title)
    {
        var layout = TitleLayout.TryFit(title)!;

        Assert.InRange(layout.Size, 600 * 0.09f, 600);
        Assert.InRange(layout.Lines.Count, 1, 3);
        Assert.All(layout.Lines, line =>
        {
            using var outline = TitleFont.Outline(line, layout.Size, layout.Stretch, 300, 300);
            Assert.InRange(outline.TightBounds.Width, 1, TitleLayout.MaximumWidth);
        });
    }

    [Fact]
    public void Outline_CapitalLetter_HasTheHeightThatCentresTheText()
    {
        using var outline = TitleFont.Outline("H", 100, 1, 0, 0);

        Assert.Equal(TitleFont.CapitalHeight * 100, outline.TightBounds.Height, tolerance: 1);
        Assert.Equal(SKPathFillType.Winding, outline.FillType);
    }
}
