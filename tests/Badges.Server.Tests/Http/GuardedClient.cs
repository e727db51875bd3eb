using System.Net;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>A guarded client on a network that the test plays: which names exist, and how fast time passes.</summary>
public static class GuardedClient
{
    public static GuardedHttp Create(
        NameResolver? resolver = null,
        bool allowLoopback = true,
        TimeProvider? time = null) =>
        new(
            new GuardedHttpOptions { AllowLoopback = allowLoopback },
            resolver ?? Resolving("127.0.0.1"),
            time ?? TimeProvider.System);

    public static NameResolver Resolving(params string[] addresses) =>
        (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));

    /// <summary>Gives another answer at each call: a name that is rebound while it is being used.</summary>
    public static NameResolver Rebinding(params string[] addresses)
    {
        var calls = new Queue<string>(addresses);
        return (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(calls.Dequeue())]);
    }

    public static async Task<GuardedResponse> GetAsync(
        Uri address,
        string accept = "application/json",
        TimeProvider? time = null)
    {
        using var http = Create(time: time);
        return await http.GetAsync(address, accept, CancellationToken.None);
    }
}
