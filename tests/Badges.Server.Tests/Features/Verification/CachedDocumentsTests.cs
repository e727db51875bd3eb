using System.Text;
using Badges.Credentials.Verification;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Badges.Server.Tests.Http;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>How often a server on this machine is asked, by what it says about its documents.</summary>
public sealed class CachedDocumentsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly GuardedHttpOptions Loopback = new() { AllowLoopback = true };

    private readonly GuardedHttp _http = GuardedClient.Create();
    private readonly CachedDocuments _documents;

    public CachedDocumentsTests() => _documents = new(new WebDocuments(_http, Loopback));

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("Cache-Control: max-age=60", 59, 1)]
    [InlineData("Cache-Control: max-age=60", 60, 2)]
    [InlineData("Cache-Control: MAX-AGE=\"60\", must-revalidate", 59, 1)]
    [InlineData("Cache-Control: max-age=60\nAge: 30", 29, 1)]
    [InlineData("Cache-Control: max-age=60\nAge: 30", 30, 2)]
    [InlineData("Cache-Control: max-age=60\nAge: nonsense", 59, 1)]
    [InlineData("Cache-Control: max-age=60\nDate: Sun, 01 Feb 2026 08:59:30 GMT", 29, 1)]
    [InlineData("Cache-Control: max-age=60\nDate: Sun, 01 Feb 2026 08:59:30 GMT", 30, 2)]
    [InlineData("Cache-Control: max-age=60\nDate: Sun, 01 Feb 2026 08:00:00 GMT", 0, 2)]
    [InlineData("Cache-Control: max-age=600, s-maxage=10", 10, 2)]
    [InlineData("Cache-Control: max-age=10\nCache-Control: max-age=600", 10, 2)]
    [InlineData("Cache-Control: max-age=x", 0, 2)]
    [InlineData("Cache-Control: max-age=-1", 0, 2)]
    [InlineData("Cache-Control: max-age=0", 0, 2)]
    [InlineData("Cache-Control: no-store, max-age=60", 0, 2)]
    [InlineData("Cache-Control: max-age=60, no-cache", 0, 2)]
    [InlineData("Cache-Control: private=\"Set-Cookie\", max-age=60", 0, 2)]
    [InlineData("Cache-Control: max-age=60\nVary: *", 0, 2)]
    [InlineData("Cache-Control: max-age=60\nVary: Accept, Accept-Language", 59, 1)]
    [InlineData("Cache-Control: max-age=99999999999999999999", 86_399, 1)]
    [InlineData("Cache-Control: max-age=99999999999999999999", 86_400, 2)]
    [InlineData("Date: Sun, 01 Feb 2026 09:00:00 GMT\nExpires: Sun, 01 Feb 2026 09:02:00 GMT", 119, 1)]
    [InlineData("Date: Sun, 01 Feb 2026 09:00:00 GMT\nExpires: Sun, 01 Feb 2026 09:02:00 GMT", 120, 2)]
    [InlineData("Expires: 0", 0, 2)]
    [InlineData("Expires: Sun, 01 Feb 2026 09:02:00 GMT\nCache-Control: max-age=10", 10, 2)]
    [InlineData("X: 1", 59, 1)]
    [InlineData("X: 1", 60, 2)]
    public async Task Fetch_Again_AsksAsOftenAsTheHeadersSay(string headers, int secondsLater, int requests)
    {
        await using var server = Serving(headers, "{}");

        await FetchAsync(server, 0);
        await FetchAsync(server, secondsLater);

        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("max-age=3600", "\"ttl\":60000", null, 59, 1)]
    [InlineData("max-age=3600", "\"ttl\":60000", null, 60, 2)]
    [InlineData("max-age=10", "\"ttl\":60000", null, 10, 2)]
    [InlineData("max-age=3600", "\"ttl\":0", null, 0, 2)]
    [InlineData("max-age=3600", "\"ttl\":-5", null, 0, 2)]
    [InlineData("no-store", "\"ttl\":60000", null, 0, 2)]
    [InlineData("x", "\"ttl\":600000", null, 599, 1)]
    [InlineData("max-age=3600", "\"a\":0", null, 299, 1)]
    [InlineData("max-age=3600", "\"a\":0", null, 300, 2)]
    [InlineData("max-age=999999", "\"ttl\":1e300", null, 86_399, 1)]
    [InlineData("max-age=999999", "\"ttl\":1e300", null, 86_400, 2)]
    [InlineData("max-age=3600", "\"ttl\":3600000", "2026-02-01T09:00:30Z", 29, 1)]
    [InlineData("max-age=3600", "\"ttl\":3600000", "2026-02-01T09:00:30Z", 30, 2)]
    [InlineData("max-age=3600", "\"ttl\":3600000", "2026-01-01T00:00:00Z", 0, 2)]
    public async Task Fetch_StatusListAgain_MindsItsOwnTimeToo(
        string cacheControl, string ttl, string? until, int secondsLater, int requests)
    {
        var validUntil = until is null ? "" : $"\"validUntil\":\"{until}\",";
        await using var server = Serving(
            $"Cache-Control: {cacheControl}",
            $$$"""
            {"type":["VerifiableCredential","BitstringStatusListCredential"],{{{validUntil}}}
             "credentialSubject":{"type":"BitstringStatusList",{{{ttl}}}}}
            """);

        await FetchAsync(server, 0);
        await FetchAsync(server, secondsLater);

        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"type":"Assertion","badge":"https://a.example/"}""", WantedDocument.Dependency)]
    [InlineData("""{"recipient":{},"badge":"https://a.example/","verify":{}}""", WantedDocument.Dependency)]
    [InlineData("{}", WantedDocument.Badge)]
    public async Task Fetch_BadgeAgain_IsAskedEachTime(string body, WantedDocument wanted)
    {
        await using var server = Serving("Cache-Control: max-age=3600", body);

        await FetchAsync(server, 0, wanted);
        await FetchAsync(server, 0, wanted);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\nCache-Control: max-age=3600\nContent-Length: 0\n\n", 14, 1)]
    [InlineData("HTTP/1.1 404 Not Found\nCache-Control: max-age=3600\nContent-Length: 0\n\n", 15, 2)]
    [InlineData("HTTP/1.1 404 Not Found\nCache-Control: no-store\nContent-Length: 0\n\n", 0, 2)]
    [InlineData("HTTP/1.1 503 Later\nContent-Length: 0\n\n", 14, 1)]
    [InlineData("HTTP/1.1 503 Later\nContent-Length: 0\n\n", 15, 2)]
    [InlineData("no HTTP at all", 14, 1)]
    [InlineData("no HTTP at all", 15, 2)]
    public async Task Fetch_InVain_IsNotTriedAgainAtOnce(string answer, int secondsLater, int requests)
    {
        await using var server = HostileServer.Saying(answer);

        await FetchAsync(server, 0);
        await FetchAsync(server, secondsLater);

        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_FromTheCache_SaysWhenItWasFetchedAndKeepsWhatWasRead()
    {
        await using var server = Serving("Cache-Control: max-age=60", "{}");

        var first = await FetchAsync(server, 0);
        var second = await FetchAsync(server, 30);

        Assert.Same(first, second);
        Assert.Equal(Now, second.At);
    }

    [Fact]
    public async Task Fetch_OneAddressInSeveralForms_DoesNotMixThem()
    {
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
            await stream.WriteAsync(
                HostileServer.Answer(
                    "HTTP/1.1 200 OK\nContent-Type: image/png\nCache-Control: max-age=60", "x"u8.ToArray()),
                cancellationToken));

        foreach (var wanted in Enum.GetValues<WantedDocument>().Where(each => each is not WantedDocument.Badge))
        {
            await FetchAsync(server, 0, wanted);
            await FetchAsync(server, 1, wanted);
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, server.Requests.Select(AcceptOf).Distinct().Count());
    }

    [Theory]
    [InlineData("302 Found", "X: 1", 3)]
    [InlineData("307 Now", "X: 1", 3)]
    [InlineData("302 Found", "Cache-Control: max-age=60", 1)]
    [InlineData("301 Moved", "X: 1", 1)]
    [InlineData("308 Moved", "Cache-Control: no-store", 3)]
    public async Task Fetch_Redirected_IsKeptUnderItsOwnAddressOnlyAndNoLongerThanTheRedirect(
        string status, string headers, int hops)
    {
        await using var server = new HostileServer((path, stream, cancellationToken) =>
            stream.WriteAsync(
                path == "/from"
                    ? HostileServer.Answer($"HTTP/1.1 {status}\nLocation: /to\n{headers}\nContent-Length: 0", [])
                    : HostileServer.Answer(
                        "HTTP/1.1 200 OK\nContent-Type: application/json\nCache-Control: max-age=60",
                        Encoding.ASCII.GetBytes($"\"{path}\"")),
                cancellationToken).AsTask());

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await FetchAsync(server, 0, path: "/from");
        }

        Assert.Equal(hops, server.Requests.Count(each => each.Contains("GET /from", StringComparison.Ordinal)));
        var asked = server.Requests.Count;
        await FetchAsync(server, 0, path: "/to");
        Assert.Equal(asked + 1, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_BySeveralAtOnce_AsksOnceAndOneWhoLeavesTakesNothingFromTheOthers()
    {
        using var leaving = new CancellationTokenSource();
        var goOn = new TaskCompletionSource();
        await using var server = new HostileServer(async (_, stream, cancellationToken) =>
        {
            await goOn.Task.WaitAsync(cancellationToken);
            await stream.WriteAsync(
                HostileServer.Answer("HTTP/1.1 200 OK\nContent-Type: application/json", "{}"u8.ToArray()),
                cancellationToken);
        });
        var address = server.Address().AbsoluteUri;

        var first = _documents.FetchAsync(address, WantedDocument.Dependency, Now, leaving.Token);
        var others = Enumerable.Range(0, 9)
            .Select(_ => _documents.FetchAsync(address, WantedDocument.Dependency, Now, CancellationToken.None))
            .ToList();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        goOn.SetResult();
        var documents = await Task.WhenAll(others);

        Assert.Single(server.Requests);
        Assert.All(documents, each => Assert.Equal(FetchOutcome.Fetched, each.Outcome));
    }

    [Fact]
    public async Task Fetch_AnotherQueryOrHost_IsAnotherDocument()
    {
        await using var server = Serving("Cache-Control: max-age=60", "{}");

        await FetchAsync(server, 0, path: "/a?b=1");
        await FetchAsync(server, 0, path: "/a?b=2");
        await FetchAsync(server, 0, path: "/A?b=1");

        Assert.Equal(3, server.Requests.Count);
    }

    private Task<FetchedDocument> FetchAsync(
        HostileServer server, int seconds, WantedDocument wanted = WantedDocument.Dependency, string path = "/") =>
        _documents.FetchAsync(
            server.Address(path).AbsoluteUri, wanted, Now.AddSeconds(seconds), CancellationToken.None);

    private static HostileServer Serving(string headers, string body) => HostileServer.Saying(
        HostileServer.Answer(
            $"HTTP/1.1 200 OK\nContent-Type: application/json\n{headers}", Encoding.ASCII.GetBytes(body)));

    private static string AcceptOf(string request) =>
        request.Split("\r\n").Single(line => line.StartsWith("Accept:", StringComparison.Ordinal));
}
