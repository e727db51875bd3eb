using System.Net;
using System.Net.Sockets;
using Badges.Credentials.Verification;

namespace Badges.Server.Http;

/// <summary>A name has an address that is not public, so that nothing was connected to.</summary>
public sealed class NotPublicException : Exception;

/// <summary>The server took the request and hung up without a word.</summary>
public sealed class NoAnswerException : IOException;

/// <summary>Opens a connection to that very address. <see cref="CheckedConnection.DialAsync"/> outside tests.</summary>
public delegate ValueTask<Stream> Dialer(IPEndPoint endPoint, CancellationToken cancellationToken);

/// <summary>
/// Resolves a name once, checks every address it has, and connects to one of these very addresses, so that a name
/// that changes between the check and the connection changes nothing.
/// </summary>
public sealed class CheckedConnection(
    GuardedHttpOptions options, NameResolver resolver, Dialer dial, TimeProvider time)
{
    private const int MaximumAttempts = 4;
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(2);
    private static readonly HttpRequestOptionsKey<bool> WasConnected = new("was connected");

    public async ValueTask<Stream> OpenAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        // The handler would ask four times.
        if (context.InitialRequestMessage.Options.TryGetValue(WasConnected, out _))
        {
            throw new NoAnswerException();
        }

        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellationToken);
        Check(host, addresses);
        var stream = await ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
        context.InitialRequestMessage.Options.Set(WasConnected, true);
        return new BoundedStream(stream, GuardedHttp.MaximumOnTheWire);
    }

    /// <summary>Connects over TCP: the only socket that the server opens by itself.</summary>
    public static async ValueTask<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        FetchableAddress.ReadLiteral(host) is { } literal
            ? [literal]
            : await resolver(host, cancellationToken).WaitAsync(cancellationToken);

    // Loopback has to be asked for by its own name: a public name that leads there stays refused.
    private void Check(string host, IPAddress[] addresses)
    {
        var isLoopback = options.AllowLoopback && FetchableAddress.IsLoopback(host);
        Predicate<IPAddress> isAllowed = isLoopback ? IPAddress.IsLoopback : PublicNetwork.Contains;
        if (!Array.TrueForAll(addresses, isAllowed))
        {
            throw new NotPublicException();
        }
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var failure = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses.Take(MaximumAttempts))
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            }
            catch (SocketException exception)
            {
                failure = exception;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                failure = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw failure;
    }

    private async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        using var attempt = new CancellationTokenSource(AttemptLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, attempt.Token);
        return await dial(endPoint, both.Token);
    }
}
