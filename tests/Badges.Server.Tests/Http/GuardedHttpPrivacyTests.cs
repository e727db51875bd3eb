using System.Collections.Concurrent;
using System.Diagnostics;

namespace Badges.Server.Tests.Http;

public sealed class GuardedHttpPrivacyTests
{
    [Fact]
    public async Task GetAsync_AnyAddress_SendsTheseHeadersAndNoOther()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("a person verifies a badge");
        using var activity = source.StartActivity();
        activity?.AddBaggage("who", "somebody");
        await using var server = HostileServer.Saying("HTTP/1.1 200 OK\nSet-Cookie: a=b\nContent-Length: 0\n\n");
        using var http = GuardedClient.Create();

        await http.GetAsync(server.Address("/a?b=c#d"), "application/json, */*;q=0.1", CancellationToken.None);
        await http.GetAsync(server.Address("/a?b=c#d"), "application/json, */*;q=0.1", CancellationToken.None);

        Assert.NotNull(activity);
        Assert.All(server.Requests, request => Assert.Equal(
            $"""
            GET /a?b=c HTTP/1.1
            Host: 127.0.0.1:{server.Port}
            Accept: application/json, */*; q=0.1
            Accept-Encoding: gzip, br
            User-Agent: INAE-OpenBadges/1.0
            Connection: close


            """.ReplaceLineEndings("\r\n"),
            request));
    }

    [Fact]
    public async Task GetAsync_SomebodyTracesTheServer_LeavesNoTraceOfTheAddress()
    {
        var activities = new ConcurrentQueue<string>();
        var isThisTest = new AsyncLocal<bool> { Value = true };
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity =>
            {
                if (isThisTest.Value)
                {
                    activities.Enqueue(activity.OperationName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = HostileServer.Saying("HTTP/1.1 200 OK\nContent-Length: 0\n\n");

        await GuardedClient.GetAsync(server.Address("/secret"), "*/*");

        Assert.DoesNotContain("System.Net.Http.HttpRequestOut", activities);
    }

    [Fact]
    public void Sources_OfTheServer_HoldNoOtherHttpClient()
    {
        var server = Path.Combine(RepositoryRoot(), "src", "Badges.Server");
        string[] clients = ["HttpClient", "HttpMessageInvoker", "WebRequest", "WebClient", "TcpClient", "new Socket("];

        var users = Directory.EnumerateFiles(server, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => Array.Exists(clients, File.ReadAllText(file).Contains))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["CheckedConnection.cs", "GuardedHttp.cs"], users);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Badges.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds Badges.sln.");
        }

        return folder.FullName;
    }
}
