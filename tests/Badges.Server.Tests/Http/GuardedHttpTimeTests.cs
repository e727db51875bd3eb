using System.Diagnostics;
using System.Net;
using System.Text;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>A server that takes its time wherever it can. Five seconds last half a second here.</summary>
public sealed class GuardedHttpTimeTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "H")]
    [InlineData("HTTP/1.1 200 OK\r\n", "a")]
    [InlineData("HTTP/1.1 200 OK\r\n", "A: 1\r\n")]
    [InlineData("", "HTTP/1.1 103 Early Hints\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", "")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", " ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n", " ")]
    [InlineData("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\n\r\n", " ")]
    public async Task GetAsync_ServerDripsItsAnswer_IsTooSlow(string atOnce, string drip)
    {
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(atOnce), cancellationToken);
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(drip), cancellationToken);
                await Task.Delay(20, cancellationToken);
            }
        });

        await AssertTooSlowAsync(server.Address(), GuardedClient.Resolving("127.0.0.1"));
    }

    [Fact]
    public async Task GetAsync_EachRedirectIsAlmostInTime_TheLimitIsForAllOfThem()
    {
        await using var server = new HostileServer(async (path, stream, cancellationToken) =>
        {
            await Task.Delay(200, cancellationToken);
            await stream.WriteAsync(
                HostileServer.Answer($"HTTP/1.1 302 Found\nLocation: {path}a\nContent-Length: 0", []),
                cancellationToken);
        });

        await AssertTooSlowAsync(server.Address(), GuardedClient.Resolving("127.0.0.1"));
    }

    [Fact]
    public async Task GetAsync_NameThatNeverResolves_IsTooSlow() =>
        await AssertTooSlowAsync(
            new Uri("https://slow.example.org/"),
            (_, _) => new TaskCompletionSource<IPAddress[]>().Task);

    [Fact]
    public async Task GetAsync_HandshakeThatNeverEnds_IsTooSlow()
    {
        await using var server = new HostileServer((_, _, cancellationToken) => Task.Delay(-1, cancellationToken));

        await AssertTooSlowAsync(
            new Uri($"https://127.0.0.1:{server.Port}/"),
            GuardedClient.Resolving("127.0.0.1"));
    }

    [Fact]
    public async Task GetAsync_CallerCancels_ThrowsAndHangsUp()
    {
        using var cancellation = new CancellationTokenSource();
        var left = new TaskCompletionSource();
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            if (await stream.ReadAsync(new byte[1], cancellationToken) == 0)
            {
                left.SetResult();
            }
        });
        using var http = GuardedClient.Create();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => http.GetAsync(server.Address(), "*/*", cancellation.Token));
        await left.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task AssertTooSlowAsync(Uri address, NameResolver resolver)
    {
        using var http = GuardedClient.Create(resolver, time: new HurriedTime());
        var watch = Stopwatch.StartNew();

        var response = await http.GetAsync(address, "application/json", CancellationToken.None);

        Assert.Equal(GuardedOutcome.TooSlow, response.Outcome);
        Assert.True(response.Body.IsEmpty);
        Assert.InRange(watch.ElapsedMilliseconds, 400, 4500);
    }
}
