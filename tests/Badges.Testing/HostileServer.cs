using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Badges.Testing;

/// <summary>An attacker on loopback: it reads a request, then writes to the socket whatever the test chose.</summary>
public sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public HostileServer(
        Func<string, Stream, CancellationToken, Task> answer,
        X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Each request as received, up to its empty line.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public int Connections { get; private set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address(string path = "/", string host = "127.0.0.1") =>
        new($"{(_certificate is null ? "http" : "https")}://{host}:{Port}{path}");

    /// <summary>Answers every request with the same text, whose line breaks become those of HTTP.</summary>
    public static HostileServer Saying(string answer) =>
        Saying(Encoding.Latin1.GetBytes(answer.ReplaceLineEndings("\r\n")));

    public static HostileServer Saying(byte[] answer) =>
        new(async (_, stream, cancellationToken) => await stream.WriteAsync(answer, cancellationToken));

    public static byte[] Answer(string head, byte[] body) =>
        [.. Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                open.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Disposed.
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = await SecureAsync(client.GetStream());
            var request = await ReadRequestAsync(stream);
            _requests.Enqueue(request);
            await _answer(request.Split(' ') is [_, var path, ..] ? path : "", stream, _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client under test left, as it should.
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                // Offline, or this side would look for the certificate's issuer itself.
                ServerCertificateContext = SslStreamCertificateContext.Create(_certificate, null, offline: true),
            },
            _stop.Token);
        return secured;
    }

    private async Task<string> ReadRequestAsync(Stream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
            {
                break;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return request.ToString();
    }
}
