using Badges.Server.Publication;

namespace Badges.Server.Tests.Publication;

/// <summary>Who gets a page, who gets JSON and of which type, and who gets nothing.</summary>
public sealed class AcceptHeaderTests
{
    private const string Firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private const string Chromium =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
        + "application/signed-exchange;v=b3;q=0.7";

    [Theory]
    [InlineData("", "application/vc+ld+json")]
    [InlineData("*/*", "application/vc+ld+json")]
    [InlineData("application/*", "application/vc+ld+json")]
    [InlineData("nonsense", "application/vc+ld+json")]
    [InlineData(Firefox, "text/html")]
    [InlineData(Chromium, "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("TEXT/HTML", "text/html")]
    [InlineData("application/xhtml+xml", "text/html")]
    [InlineData("text/html, application/xhtml+xml, */*", "text/html")]
    [InlineData("text/html;q=0.5, */*", "application/vc+ld+json")]
    [InlineData("text/html;q=0.5, application/*;q=0.8", "application/vc+ld+json")]
    [InlineData("text/html, application/json", "application/json")]
    [InlineData("text/html;q=0.9, application/ld+json;q=0.8", "text/html")]
    [InlineData("text/html;q=0.8, application/ld+json;q=0.9", "application/ld+json")]
    [InlineData("text/html, application/did+json", null)]
    [InlineData("application/json", "application/json")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", "application/ld+json")]
    [InlineData("application/vc", "application/vc")]
    [InlineData("application/json;q=0.5, application/vc+ld+json", "application/vc+ld+json")]
    [InlineData("application/json;q=0.5, */*;q=0.1", "application/json")]
    [InlineData("application/json, */*", "application/json")]
    [InlineData("application/vc+ld+json;q=0, */*", "application/vc")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("text/plain, text/html;q=0.9", "text/plain")]
    [InlineData("text/html, text/plain, text/sgml, text/css, */*;q=0.01", "text/html")]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("application/vc+jwt;q=0.5, */*;q=0.1", "application/vc+jwt")]
    [InlineData("text/*", "text/plain")]
    [InlineData("image/png", null)]
    [InlineData("text/html;q=0", null)]
    [InlineData("*/*;q=0", null)]
    public void Choose_AmongTheFormsOfACredential_TakesTheBest(string header, string? expected) =>
        Assert.Equal(expected, Accept(header).Choose(Offers.CredentialOrPage)?.MediaType);

    [Theory]
    [InlineData("", "application/did+json")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/did+ld+json", "application/did+ld+json")]
    [InlineData(Firefox, "application/did+json")]
    [InlineData("text/html", null)]
    public void Choose_WithoutAPage_NeverTakesHtml(string header, string? expected) =>
        Assert.Equal(expected, Accept(header).Choose(Offers.Did)?.MediaType);

    [Fact]
    public void Choose_FormForThoseWhoNameIt_IsNotTakenByAWildcard() =>
        Assert.Null(Accept("application/*").Choose(
            [new() { MediaType = Offers.CredentialJwt, IsOnlyForThoseWhoNameIt = true }]));

    [Fact]
    public void Parse_SeveralLines_AreOneList() =>
        Assert.Equal("application/json", AcceptHeader.Parse("image/png", "application/json")
            .Choose(Offers.LinkedDataOrPage)?.MediaType);

    [Theory]
    [InlineData("", false)]
    [InlineData("*/*", false)]
    [InlineData("text/*", false)]
    [InlineData("application/json", false)]
    [InlineData("text/html, application/problem+json", false)]
    [InlineData(Firefox, true)]
    public void PrefersPage_OnlyWhenHtmlIsNamedAboveJson(string header, bool expected) =>
        Assert.Equal(expected, Accept(header).PrefersPage);

    private static AcceptHeader Accept(string header) =>
        header.Length == 0 ? AcceptHeader.Parse() : AcceptHeader.Parse(header);
}
