using Badges.Server.Web;
using Microsoft.AspNetCore.Http;

namespace Badges.Server.Tests.Web;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData(null, null, Language.French)]
    [InlineData(null, "en", Language.English)]
    [InlineData(null, "en-GB,fr;q=0.5", Language.English)]
    [InlineData(null, "fr-FR,en;q=0.9", Language.French)]
    [InlineData(null, "de,en;q=0.3", Language.English)]
    [InlineData(null, "de", Language.French)]
    [InlineData(null, "en;q=0", Language.French)]
    [InlineData(null, "*", Language.French)]
    [InlineData(null, ";;;=", Language.French)]
    [InlineData("fr", "en", Language.French)]
    [InlineData("en", "fr", Language.English)]
    [InlineData("xx", "en", Language.English)]
    public void Of_CookieThenHeader_DecidesTheLanguage(string? cookie, string? header, Language expected)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
        {
            context.Request.Headers.Cookie = $"langue={cookie}";
        }

        context.Request.Headers.AcceptLanguage = header;

        Assert.Equal(expected, Languages.Of(context.Request));
    }

    [Fact]
    public void Day_InFrench_SaysTheFirstAsAnOrdinal()
    {
        Assert.Equal("1er février 2026", Language.French.Day(new DateOnly(2026, 2, 1)));
        Assert.Equal("2 août 2026", Language.French.Day(new DateOnly(2026, 8, 2)));
        Assert.Equal("1 February 2026", Language.English.Day(new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public void Instant_InFrench_IsTheHourOfParis()
    {
        var summer = new DateTimeOffset(2026, 7, 31, 22, 5, 0, TimeSpan.Zero);

        Assert.Equal("1er août 2026 à 0 h 05", Language.French.Instant(summer));
        Assert.Equal("1 August 2026 at 00:05", Language.English.Instant(summer));
    }

    [Fact]
    public void French_BeforeDoubleMarks_TheSpaceDoesNotBreak() => Assert.Equal(
        "Quoi\u00A0? Ceci\u00A0: «\u00A0oui\u00A0»\u00A0!", Typography.French("Quoi ? Ceci : « oui » !"));
}
