using Badges.Server.Features.Recipients;

namespace Badges.Server.Tests.Features.Recipients;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Éloïse  D'Àrc-Nœud", "eloise d arc noeud")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    [InlineData("Ｚｏé", "zoe")]
    [InlineData("Straße", "strasse")]
    public void Of_Text_IsLowerCaseWordsWithoutAccents(string? text, string folded) =>
        Assert.Equal(folded, FoldedText.Of(text));

    [Theory]
    [InlineData("Merci à Jean-Pierre.", "jean pierre", true)]
    [InlineData("Merci à Jean et Pierre.", "Jean-Pierre", false)]
    [InlineData("Une rose", "Rose", true)]
    [InlineData("arrosé", "Rose", false)]
    [InlineData("tout", "", false)]
    public void ContainsWords_Text_LooksForWholeWords(string text, string words, bool contains) =>
        Assert.Equal(contains, FoldedText.ContainsWords(text, words));
}
