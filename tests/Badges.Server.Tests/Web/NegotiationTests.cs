using Badges.Server.Web;
using Microsoft.AspNetCore.Http;

namespace Badges.Server.Tests.Web;

public sealed class NegotiationTests
{
    [Theory]
    [InlineData("/x", "text/html", true)]
    [InlineData("/x", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("/x", "application/xhtml+xml", true)]
    [InlineData("/x", "text/html;q=0.5,application/json", false)]
    [InlineData("/x", "text/html,application/ld+json", false)]
    [InlineData("/x", "*/*", false)]
    [InlineData("/x", null, false)]
    [InlineData("/api/v1/x", "text/html", false)]
    public void WantsPage_OnlyWhenHtmlIsNamedAboveJson(string path, string? accept, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.Headers.Accept = accept;

        Assert.Equal(expected, Negotiation.WantsPage(context.Request));
    }
}
