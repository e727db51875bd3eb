using System.Net;
using System.Text;

namespace Badges.Server.Tests.Callers;

/// <summary>What the router answers by itself is not turned into a question for a password.</summary>
public sealed class RouterAnswersTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("GET", "/rien/du/tout", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/rien", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/badges", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/badge-classes", HttpStatusCode.UnsupportedMediaType)]
    public async Task Send_NoRouteOfOurs_IsAnsweredByTheRouter(string method, string path, HttpStatusCode expected)
    {
        using var client = _app.ClientWithKey(_app.NetworkKey);
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent("x", Encoding.UTF8, "text/plain"),
        };

        Assert.Equal(expected, (await client.SendAsync(request)).StatusCode);
    }
}
