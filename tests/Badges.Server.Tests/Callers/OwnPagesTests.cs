using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Badges.Server.Callers;
using Microsoft.AspNetCore.Routing;

namespace Badges.Server.Tests.Callers;

/// <summary>Whatever changes something through the API does so for our own pages and for programs only.</summary>
public sealed partial class OwnPagesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Send_SessionFromAnotherSitesPage_IsRefusedOnEveryRouteThatChangesSomething(string site)
    {
        using var client = await SessionAsync();
        var routes = ChangingRoutes();
        Assert.True(routes.Count >= 8, $"Only {routes.Count} routes.");

        foreach (var (method, path) in routes)
        {
            using var answer = await client.SendAsync(Request(method, path, site));

            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {answer.StatusCode}");
            Assert.Equal(OwnPages.Code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync())
                .RootElement.GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task Send_SessionFromOurOwnPage_IsAnswered(string? site)
    {
        using var client = await SessionAsync();

        using var answer = await client.SendAsync(Request("POST", "/api/v1/badge-classes/rien/retire", site));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Send_KeyFromAnotherSitesPage_IsAnswered()
    {
        using var client = _app.ClientWithKey(_app.NetworkKey);

        using var answer = await client.SendAsync(Request("POST", "/api/v1/badge-classes/rien/retire", "cross-site"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_SessionFollowingALinkOfAnotherSite_IsAnswered()
    {
        using var client = await SessionAsync();

        using var answer = await client.SendAsync(Request("GET", "/api/v1/badge-classes", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpClient> SessionAsync()
    {
        using var page = await _app.SignInAsync(TestApp.Administrator);
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", page.CookieNamed("badges.session"));
        return client;
    }

    private static HttpRequestMessage Request(string method, string path, string? site)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method != "GET")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return request;
    }

    /// <summary>Verification changes nothing, for anybody.</summary>
    private List<(string Method, string Path)> ChangingRoutes() =>
    [
        .. _app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (
                Methods: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [],
                Path: Place().Replace($"/{endpoint.RoutePattern.RawText?.Trim('/')}", "rien")))
            .Where(route => route.Path.StartsWith("/api/", StringComparison.Ordinal)
                && !route.Path.StartsWith("/api/v1/verifications", StringComparison.Ordinal))
            .SelectMany(route => route.Methods.Except(["GET"]).Select(method => (method, route.Path))),
    ];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
