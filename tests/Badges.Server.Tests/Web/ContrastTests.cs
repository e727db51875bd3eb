namespace Badges.Server.Tests.Web;

/// <summary>Every pair of colours that stand on each other, in light and in dark.</summary>
public sealed class ContrastTests
{
    [Theory]
    [InlineData("text", "ground")]
    [InlineData("text", "surface")]
    [InlineData("text", "sunken")]
    [InlineData("muted", "ground")]
    [InlineData("muted", "surface")]
    [InlineData("muted", "sunken")]
    [InlineData("action", "ground")]
    [InlineData("action", "surface")]
    [InlineData("action", "sunken")]
    [InlineData("action-strong", "surface")]
    [InlineData("action-strong", "ground")]
    [InlineData("on-action", "action")]
    [InlineData("on-action", "action-strong")]
    [InlineData("ink", "gold")]
    [InlineData("authentic", "authentic-ground")]
    [InlineData("authentic", "surface")]
    [InlineData("unknown", "unknown-ground")]
    [InlineData("unknown", "surface")]
    [InlineData("false", "false-ground")]
    [InlineData("false", "surface")]
    [InlineData("false", "ground")]
    [InlineData("unverifiable", "unverifiable-ground")]
    public void Contrast_OfText_IsAtLeastFourAndAHalf(string text, string ground)
    {
        Assert.True(Stylesheet.Contrast(Stylesheet.Light[text], Stylesheet.Light[ground]) >= 4.5, "light");
        Assert.True(Stylesheet.Contrast(Stylesheet.Dark[text], Stylesheet.Dark[ground]) >= 4.5, "dark");
    }

    [Theory]
    [InlineData("control", "surface")]
    [InlineData("focus", "ground")]
    [InlineData("focus", "surface")]
    public void Contrast_OfControls_IsAtLeastThree(string edge, string ground)
    {
        Assert.True(Stylesheet.Contrast(Stylesheet.Light[edge], Stylesheet.Light[ground]) >= 3, "light");
        Assert.True(Stylesheet.Contrast(Stylesheet.Dark[edge], Stylesheet.Dark[ground]) >= 3, "dark");
    }

    [Fact]
    public void Contrast_OfBlackOnWhite_IsTwentyOne() => Assert.Equal(21, Stylesheet.Contrast("#000000", "#ffffff"), 6);

    [Fact]
    public void Dark_EveryColourOfTheLightScheme_IsDecidedAgain()
    {
        var same = Stylesheet.Light
            .Where(light => Stylesheet.Dark[light.Key] == light.Value)
            .Select(light => light.Key);

        Assert.Equal(["control", "gold", "gold-light", "gold-dark", "ink"], same);
    }

    [Fact]
    public void Text_IsOneFileOfThirtyKilobytesAtMost() => Assert.InRange(Stylesheet.Text.Length, 1, 30_000);
}
