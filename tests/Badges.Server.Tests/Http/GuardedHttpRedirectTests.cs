using System.Text;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

public sealed class GuardedHttpRedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task GetAsync_Redirect_IsFollowed(int status)
    {
        await using var server = Redirecting(status, path => path == "/old" ? "new.json?v=1#part" : null);

        var response = await GuardedClient.GetAsync(server.Address("/old"));

        Assert.Equal(GuardedOutcome.Fetched, response.Outcome);
        Assert.True(response.Redirected);
        Assert.Equal(server.Address("/new.json?v=1"), response.FinalAddress);
        Assert.Equal("{}", Encoding.UTF8.GetString(response.Body.Span));
    }

    [Fact]
    public async Task GetAsync_AsManyRedirectsAsAllowed_IsFetched()
    {
        await using var server = Redirecting(302, path => path.Length <= 3 ? path + "a" : null);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Fetched, response.Outcome);
        Assert.Equal(1 + GuardedHttp.MaximumRedirects, server.Requests.Count);
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("/")]
    public async Task GetAsync_RedirectsWithoutEnd_StopsAfterThree(string to)
    {
        await using var server = Redirecting(302, _ => to);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.TooManyRedirects, response.Outcome);
        Assert.True(response.Redirected);
        Assert.Null(response.Status);
        Assert.Equal(1 + GuardedHttp.MaximumRedirects, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("//10.0.0.1/")]
    [InlineData("https://0x0a000001/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("http://example.org/")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://example.org:6379/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:application/json,{}")]
    public async Task GetAsync_RedirectToAnAddressThatMayNeverBeFetched_IsRefused(string to)
    {
        await using var server = Redirecting(302, _ => to);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.RedirectForbidden, response.Outcome);
        Assert.True(response.Redirected);
        Assert.Null(response.Status);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\nContent-Length: 0\n\n")]
    [InlineData("HTTP/1.1 302 Found\nLocation: https://[::1\nContent-Length: 0\n\n")]
    [InlineData("HTTP/1.1 302 Found\nLocation: https://exa mple.org:99999/\nContent-Length: 0\n\n")]
    public async Task GetAsync_RedirectWithoutUsableLocation_IsBroken(string answer)
    {
        await using var server = HostileServer.Saying(answer);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Broken, response.Outcome);
        Assert.Equal(302, response.Status);
    }

    [Fact]
    public async Task GetAsync_RedirectToAnotherServer_SharesNothingWithIt()
    {
        await using var second = HostileServer.Saying(
            "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}");
        await using var first = HostileServer.Saying(
            $"HTTP/1.1 302 Found\nLocation: {second.Address("/next")}\nSet-Cookie: a=b\nContent-Length: 0\n\n");

        var response = await GuardedClient.GetAsync(first.Address("/secret-path?q=1"));

        Assert.Equal(second.Address("/next"), response.FinalAddress);
        var request = Assert.Single(second.Requests);
        Assert.DoesNotContain("secret-path", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Referer", request, StringComparison.OrdinalIgnoreCase);
    }

    private static HostileServer Redirecting(int status, Func<string, string?> to) =>
        new(async (path, stream, cancellationToken) =>
        {
            var answer = to(path) is { } location
                ? HostileServer.Answer($"HTTP/1.1 {status} Moved\nLocation: {location}\nContent-Length: 0", [])
                : HostileServer.Answer("HTTP/1.1 200 OK\nContent-Type: application/json", "{}"u8.ToArray());
            await stream.WriteAsync(answer, cancellationToken);
        });
}
