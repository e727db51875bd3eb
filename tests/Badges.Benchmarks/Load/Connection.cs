using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Badges.Benchmarks.Load;

/// <summary>
/// One connection that is kept open, asked one thing at a time. It does as little as it can, since the generator shares
/// the processor with what it measures: one call of the system to send, and as a rule one to receive.
/// </summary>
internal sealed class Connection : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        SendBufferSize = BufferSize,
        ReceiveTimeout = 30_000,
        SendTimeout = 30_000,
    };

    private readonly byte[] _buffer = new byte[BufferSize];

    public Connection(int port) => _socket.Connect(IPAddress.Loopback, port);

    public void Send(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            request = request[_socket.Send(request)..];
        }
    }

    /// <summary>Waits for the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It is not the one that is expected.</exception>
    public ReadOnlySpan<byte> Receive(int status)
    {
        var length = 0;
        while (true)
        {
            var read = _socket.Receive(_buffer.AsSpan(length));
            length += read;
            var answer = _buffer.AsSpan(0, length);
            if (read == 0 || length == _buffer.Length)
            {
                throw new InvalidOperationException("The answer broke off, or is too long.");
            }

            if (IsWhole(answer))
            {
                return Utf8Parser.TryParse(answer[9..], out int found, out _) && found == status
                    ? answer
                    : throw new InvalidOperationException(
                        "Another answer was expected: " + System.Text.Encoding.UTF8.GetString(answer));
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..(end + 2)];
        var at = head.IndexOf("\r\nContent-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 18)..], out int length, out _)
            ? answer.Length >= end + 4 + length
            : head.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) < 0 || answer.EndsWith("\r\n0\r\n\r\n"u8);
    }
}
