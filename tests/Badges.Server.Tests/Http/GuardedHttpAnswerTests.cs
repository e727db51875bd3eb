using System.IO.Compression;
using System.Text;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>What a hostile server may answer, and what becomes of it.</summary>
public sealed class GuardedHttpAnswerTests
{
    private const string Json = "HTTP/1.1 200 OK\nContent-Type: application/json\n";

    [Fact]
    public async Task GetAsync_PlainAnswer_ReturnsAllOfIt()
    {
        await using var server = HostileServer.Saying(
            "HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\nContent-Length: 2\n\n{}");

        var response = await GuardedClient.GetAsync(server.Address("/badge.json?v=1#part"));

        Assert.Equal(GuardedOutcome.Fetched, response.Outcome);
        Assert.Equal(200, response.Status);
        Assert.True(response.IsSuccess);
        Assert.Equal("application/json; charset=utf-8", response.ContentType);
        Assert.Equal("{}", Text(response));
        Assert.Equal(server.Address("/badge.json?v=1"), response.FinalAddress);
        Assert.False(response.Redirected);
    }

    [Theory]
    [InlineData("HTTP/1.1 410 Gone\nContent-Type: application/json\nContent-Length: 7\n\n{\"a\":1}", 410, "{\"a\":1}")]
    [InlineData("HTTP/1.1 404 Not Found\nContent-Type: text/html\nContent-Length: 3\n\n<p>", 404, "<p>")]
    [InlineData("HTTP/1.1 500 Oh\nContent-Length: 0\n\n", 500, "")]
    [InlineData("HTTP/1.1 304 Not Modified\n\n", 304, "")]
    [InlineData("HTTP/1.1 401 Who\nWWW-Authenticate: Basic realm=\"x\"\nContent-Length: 0\n\n", 401, "")]
    [InlineData("HTTP/1.1 401 Who\nWWW-Authenticate: Negotiate\nContent-Length: 0\n\n", 401, "")]
    [InlineData("HTTP/1.1 300 Many\nLocation: /other\nContent-Length: 0\n\n", 300, "")]
    [InlineData("HTTP/1.0 410 Gone\n\nold", 410, "old")]
    public async Task GetAsync_AnotherStatus_ReturnsItWithItsBody(string answer, int status, string body)
    {
        await using var server = HostileServer.Saying(answer);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Fetched, response.Outcome);
        Assert.Equal(status, response.Status);
        Assert.False(response.IsSuccess);
        Assert.Equal(body, Text(response));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("application/json", "application/json", GuardedOutcome.Fetched)]
    [InlineData("Application/JSON;charset=utf-8", "application/json", GuardedOutcome.Fetched)]
    [InlineData("application/ld+json", "application/json, application/ld+json;q=0.9", GuardedOutcome.Fetched)]
    [InlineData("image/png", "application/json, image/*", GuardedOutcome.Fetched)]
    [InlineData("text/plain", "application/json, */*;q=0.1", GuardedOutcome.Fetched)]
    [InlineData(null, "application/json, */*;q=0.1", GuardedOutcome.Fetched)]
    [InlineData("nonsense", "*/*", GuardedOutcome.Fetched)]
    [InlineData("text/html", "application/json", GuardedOutcome.BadType)]
    [InlineData("text/html", "application/json, text/html;q=0", GuardedOutcome.BadType)]
    [InlineData("application/jsonp", "application/json", GuardedOutcome.BadType)]
    [InlineData("video/mp4", "image/*", GuardedOutcome.BadType)]
    [InlineData("nonsense", "application/json", GuardedOutcome.BadType)]
    [InlineData(null, "application/json", GuardedOutcome.BadType)]
    public async Task GetAsync_TypeOfTheAnswer_IsHeldAgainstAccept(string? type, string accept, GuardedOutcome expected)
    {
        var header = type is null ? "" : $"Content-Type: {type}\n";
        await using var server = HostileServer.Saying($"HTTP/1.1 200 OK\n{header}Content-Length: 2\n\n{{}}");

        var response = await GuardedClient.GetAsync(server.Address(), accept);

        Assert.Equal(expected, response.Outcome);
        Assert.Equal(type, response.ContentType);
        Assert.Equal(expected is GuardedOutcome.Fetched ? "{}" : "", Text(response));
    }

    [Theory]
    [InlineData("Content-Length: 10\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Length: -1\n\n{}", GuardedOutcome.Fetched)]
    [InlineData("Content-Length: 2\nContent-Length: 9999\n\n{}", GuardedOutcome.Fetched)]
    [InlineData("Content-Length: 1048577\n\n{}", GuardedOutcome.TooLarge)]
    [InlineData("Content-Length: 99999999999999\n\n{}", GuardedOutcome.TooLarge)]
    [InlineData("Content-Length: 1\n\n{}", GuardedOutcome.Fetched)]
    [InlineData("Transfer-Encoding: chunked\n\n2\n{}\n0\n\n", GuardedOutcome.Fetched)]
    [InlineData("Transfer-Encoding: chunked\n\n2\n{}\n", GuardedOutcome.Broken)]
    [InlineData("Transfer-Encoding: chunked\n\nzz\n{}\n0\n\n", GuardedOutcome.Broken)]
    [InlineData("Transfer-Encoding: chunked\n\nffffffffffffffff\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: deflate\nContent-Length: 2\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: zstd\nContent-Length: 2\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: gzip, gzip\nContent-Length: 2\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: gzip\nContent-Length: 2\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: br\nContent-Length: 2\n\n{}", GuardedOutcome.Broken)]
    [InlineData("Content-Encoding: gzip\nContent-Length: 0\n\n", GuardedOutcome.Fetched)]
    [InlineData("Content-Encoding: identity\nContent-Length: 2\n\n{}", GuardedOutcome.Fetched)]
    [InlineData("\n{}", GuardedOutcome.Fetched)]
    [InlineData("X: 1", GuardedOutcome.Broken)]
    [InlineData("no colon\n\n{}", GuardedOutcome.Broken)]
    public async Task GetAsync_HeadersThatLie_EndInANamedOutcome(string rest, GuardedOutcome expected)
    {
        await using var server = HostileServer.Saying(Json + rest);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(expected, response.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("SSH-2.0-OpenSSH_9.2p1\n")]
    [InlineData("HTTP/9.9 200 OK\n\n")]
    [InlineData("HTTP/1.1 abc OK\n\n")]
    [InlineData("HTTP/1.1 200")]
    public async Task GetAsync_AnswerIsNotHttp_IsBroken(string answer)
    {
        await using var server = HostileServer.Saying(answer);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Broken, response.Outcome);
        Assert.Null(response.Status);
    }

    [Theory]
    [InlineData(GuardedHttp.MaximumBody, GuardedOutcome.Fetched)]
    [InlineData(GuardedHttp.MaximumBody + 1, GuardedOutcome.TooLarge)]
    public async Task GetAsync_BodyWithoutLength_IsReadUpToTheLimit(int size, GuardedOutcome expected)
    {
        await using var server = HostileServer.Saying(HostileServer.Answer(Json.TrimEnd(), new byte[size]));

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(expected, response.Outcome);
        Assert.Equal(expected is GuardedOutcome.Fetched ? size : 0, response.Body.Length);
    }

    [Fact]
    public async Task GetAsync_EndlessBody_StopsAtTheLimitAndHangsUp()
    {
        var sent = 0L;
        var hungUp = new TaskCompletionSource();
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync(HostileServer.Answer(Json.TrimEnd(), []), cancellationToken);
            try
            {
                for (; ; sent += 65536)
                {
                    await stream.WriteAsync(new byte[65536], cancellationToken);
                }
            }
            catch (IOException)
            {
                hungUp.SetResult();
            }
        });

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.TooLarge, response.Outcome);
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.InRange(sent, 0, 16 * GuardedHttp.MaximumBody);
    }

    [Theory]
    [InlineData("gzip", 1000, GuardedOutcome.Fetched)]
    [InlineData("x-gzip", 1000, GuardedOutcome.Fetched)]
    [InlineData("GZIP", 1000, GuardedOutcome.Fetched)]
    [InlineData("br", 1000, GuardedOutcome.Fetched)]
    [InlineData("gzip", GuardedHttp.MaximumBody, GuardedOutcome.Fetched)]
    [InlineData("gzip", 64 * GuardedHttp.MaximumBody, GuardedOutcome.TooLarge)]
    [InlineData("br", 64 * GuardedHttp.MaximumBody, GuardedOutcome.TooLarge)]
    public async Task GetAsync_CompressedBody_IsBoundedOnceDecompressed(
        string encoding,
        int size,
        GuardedOutcome expected)
    {
        var compressed = Compress(encoding, new byte[size]);
        Assert.True(compressed.Length < GuardedHttp.MaximumBody);
        await using var server = HostileServer.Saying(
            HostileServer.Answer(
                $"{Json}Content-Encoding: {encoding}\nContent-Length: {compressed.Length}",
                compressed));

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(expected, response.Outcome);
        Assert.Equal(expected is GuardedOutcome.Fetched ? size : 0, response.Body.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task GetAsync_CompressedBodyIsCutShort_IsBroken(string encoding)
    {
        var compressed = Compress(encoding, Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 1000))));
        await using var server = HostileServer.Saying(
            HostileServer.Answer(
                $"{Json}Content-Encoding: {encoding}\nContent-Length: {compressed.Length}",
                compressed[..(compressed.Length / 2)]));

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Broken, response.Outcome);
    }

    [Fact]
    public async Task GetAsync_EndlessCompressedNothing_StopsAtTheLimit()
    {
        byte[] nothing = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync(
                HostileServer.Answer($"{Json}Content-Encoding: gzip", []),
                cancellationToken);
            var many = Enumerable.Repeat(nothing, 1000).SelectMany(bytes => bytes).ToArray();
            while (true)
            {
                await stream.WriteAsync(many, cancellationToken);
            }
        });

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.TooLarge, response.Outcome);
    }

    [Fact]
    public async Task GetAsync_HugeHeaders_IsTooLarge()
    {
        var padding = new string('a', 1000);
        var headers = string.Concat(Enumerable.Range(0, 100).Select(index => $"X-{index}: {padding}\n"));
        await using var many = HostileServer.Saying($"{Json}{headers}Content-Length: 2\n\n{{}}");
        await using var long_ = HostileServer.Saying($"{Json}X: {new string('a', 100_000)}\nContent-Length: 2\n\n{{}}");

        Assert.Equal(GuardedOutcome.TooLarge, (await GuardedClient.GetAsync(many.Address())).Outcome);
        Assert.Equal(GuardedOutcome.TooLarge, (await GuardedClient.GetAsync(long_.Address())).Outcome);
    }

    [Fact]
    public async Task GetAsync_HugeTrailers_IsNotFetched()
    {
        var trailers = string.Concat(Enumerable.Range(0, 100).Select(index => $"X-{index}: {new string('a', 1000)}\n"));
        await using var server = HostileServer.Saying($"{Json}Transfer-Encoding: chunked\n\n2\n{{}}\n0\n{trailers}\n");

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.TooLarge, response.Outcome);
    }

    private static string Text(GuardedResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    private static byte[] Compress(string encoding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "br"
            ? new BrotliStream(compressed, CompressionLevel.Fastest)
            : new GZipStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
