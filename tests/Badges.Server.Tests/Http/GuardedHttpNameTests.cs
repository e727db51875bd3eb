using System.Net.Sockets;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>Names whose addresses the attacker chooses, and changes.</summary>
public sealed class GuardedHttpNameTests
{
    private const string Answer = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}";

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1%1")]
    [InlineData("93.184.216.34", "10.0.0.1")]
    [InlineData("10.0.0.1", "93.184.216.34")]
    public async Task GetAsync_NameWithAnAddressThatIsNotPublic_IsNotPublic(params string[] addresses)
    {
        using var http = GuardedClient.Create(GuardedClient.Resolving(addresses));

        var response = await http.GetAsync(new Uri("https://example.org/"), "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.NotPublic, response.Outcome);
        Assert.Null(response.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetAsync_PublicNameThatLeadsToLoopback_IsNotPublicAndConnectsToNothing(bool allowLoopback)
    {
        await using var server = HostileServer.Saying(Answer);
        using var http = GuardedClient.Create(GuardedClient.Resolving("127.0.0.1"), allowLoopback);

        var response = await http.GetAsync(
            new Uri($"https://example.org:{server.Port}/"), "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.NotPublic, response.Outcome);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task GetAsync_LoopbackIsNotAllowed_IsForbidden(string scheme)
    {
        await using var server = HostileServer.Saying(Answer);
        using var http = GuardedClient.Create(allowLoopback: false);

        foreach (var host in (string[])["localhost", "127.0.0.1", "[::1]", "2130706433"])
        {
            var response = await http.GetAsync(
                new Uri($"{scheme}://{host}:{server.Port}/"), "*/*", CancellationToken.None);

            Assert.Equal(GuardedOutcome.Forbidden, response.Outcome);
        }

        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("93.184.216.34")]
    public async Task GetAsync_LocalhostThatIsNotLoopback_IsNotPublic(string address)
    {
        using var http = GuardedClient.Create(GuardedClient.Resolving("127.0.0.1", address));

        var response = await http.GetAsync(new Uri("http://localhost:5081/"), "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.NotPublic, response.Outcome);
    }

    [Fact]
    public async Task GetAsync_NameIsReboundAfterItsCheck_ConnectsToTheCheckedAddress()
    {
        await using var server = HostileServer.Saying(Answer);
        using var http = GuardedClient.Create(GuardedClient.Rebinding("127.0.0.1", "10.0.0.1"));
        var address = server.Address(host: "localhost");

        var first = await http.GetAsync(address, "*/*", CancellationToken.None);
        var second = await http.GetAsync(address, "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.Fetched, first.Outcome);
        Assert.Equal(GuardedOutcome.NotPublic, second.Outcome);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task GetAsync_NameIsReboundBetweenRedirects_IsCheckedAgain()
    {
        await using var server = HostileServer.Saying("HTTP/1.1 302 Found\nLocation: /next\nContent-Length: 0\n\n");
        using var http = GuardedClient.Create(GuardedClient.Rebinding("127.0.0.1", "169.254.169.254"));

        var response = await http.GetAsync(server.Address(host: "localhost"), "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.NotPublic, response.Outcome);
        Assert.True(response.Redirected);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task GetAsync_FirstAddressDoesNotAnswer_TriesTheNext()
    {
        await using var server = HostileServer.Saying(Answer);
        using var http = GuardedClient.Create(GuardedClient.Resolving("127.0.0.2", "127.0.0.1"));

        var response = await http.GetAsync(server.Address(host: "localhost"), "*/*", CancellationToken.None);

        Assert.Equal(GuardedOutcome.Fetched, response.Outcome);
    }

    [Fact]
    public async Task GetAsync_NameThatDoesNotExist_IsUnreachable()
    {
        NameResolver failing = (_, _) => throw new SocketException((int)SocketError.HostNotFound);
        foreach (var resolver in (NameResolver[])[failing, GuardedClient.Resolving()])
        {
            using var http = GuardedClient.Create(resolver);

            var response = await http.GetAsync(new Uri("https://example.org/"), "*/*", CancellationToken.None);

            Assert.Equal(GuardedOutcome.Unreachable, response.Outcome);
        }
    }

    [Fact]
    public async Task GetAsync_NobodyListens_IsUnreachable()
    {
        var server = HostileServer.Saying(Answer);
        var address = server.Address();
        await server.DisposeAsync();

        var response = await GuardedClient.GetAsync(address);

        Assert.Equal(GuardedOutcome.Unreachable, response.Outcome);
    }

    [Fact]
    public async Task GetAsync_SameServerTwice_ConnectsTwice()
    {
        await using var server = HostileServer.Saying(Answer);
        using var http = GuardedClient.Create();

        await http.GetAsync(server.Address(), "*/*", CancellationToken.None);
        await http.GetAsync(server.Address(), "*/*", CancellationToken.None);

        Assert.Equal(2, server.Connections);
    }
}
