using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Badges.Server.Http;

namespace Badges.Testing;

/// <summary>
/// An internet of one site, the attacker's, at one public address with a certificate that is trusted. Whatever other
/// address is connected to leads to a server inside, over real sockets: it must see nobody.
/// </summary>
public sealed class PlayedNetwork : IAsyncDisposable
{
    public const string Site = "attacker.example.org";
    public const string PublicAddress = "93.184.216.34";
    public const int Port = 443;

    private readonly ConcurrentQueue<IPEndPoint> _dialled = new();
    private readonly HostileServer _attacker;
    private readonly HostileServer _inside = HostileServer.Saying("HTTP/1.1 200 OK\nContent-Length: 6\n\nsecret");
    private readonly Queue<string> _answers;

    /// <param name="answers">What the name server says at each question, addresses parted by commas; the last answer
    /// stays. Every name has them.</param>
    public PlayedNetwork(
        Func<string, Stream, CancellationToken, Task> serve,
        X509Certificate2 certificate,
        string[] answers,
        TimeProvider time)
    {
        _attacker = new HostileServer(serve, certificate);
        _answers = new Queue<string>(answers.Length == 0 ? [PublicAddress] : answers);
        Http = new GuardedHttp(
            new GuardedHttpOptions { AllowLoopback = false, Roots = [TestCertificates.Root] },
            ResolveAsync,
            DialAsync,
            time);
    }

    public GuardedHttp Http { get; }

    /// <summary>Where connections were opened to, in order.</summary>
    public IReadOnlyList<string> Dialled => [.. _dialled.Select(each => each.Address.ToString())];

    /// <summary>The first lines of what the attacker was asked.</summary>
    public IReadOnlyList<string> Asked => [.. _attacker.Requests.Select(each => each.Split("\r\n")[0])];

    public int ConnectionsInside => _inside.Connections;

    public int NamesAsked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _attacker.DisposeAsync();
        await _inside.DisposeAsync();
    }

    private Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        NamesAsked++;
        var answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        return Task.FromResult(
            Array.ConvertAll(answer.Split(',', StringSplitOptions.RemoveEmptyEntries), IPAddress.Parse));
    }

    private ValueTask<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _dialled.Enqueue(endPoint);
        var isAttacker = endPoint.Address.Equals(IPAddress.Parse(PublicAddress)) && endPoint.Port == Port;
        return CheckedConnection.DialAsync(
            new IPEndPoint(IPAddress.Loopback, (isAttacker ? _attacker : _inside).Port), cancellationToken);
    }
}
