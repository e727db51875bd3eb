using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>One row of the table: what is asked for, what the network answers, and how it must end.</summary>
public sealed record Attack
{
    private static readonly TimeSpan BetweenDrips = TimeSpan.FromMilliseconds(20);

    public required string Address { get; init; }

    public required GuardedOutcome Outcome { get; init; }

    /// <summary>What the attacker's server does once it is asked; by default it answers a good document.</summary>
    public Func<string, Stream, CancellationToken, Task> Serve { get; init; } = Saying(Good);

    public X509Certificate2 Certificate { get; init; } = TestCertificates.Right;

    /// <summary>What the name server says at each question.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>How often the attacker is connected to.</summary>
    public int Connections { get; init; } = 1;

    private static string Good => "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}";

    /// <summary>An address that may never be fetched, as it is written: nobody is asked where it leads.</summary>
    public static Attack Written(string address) =>
        new() { Address = address, Outcome = GuardedOutcome.Forbidden, Connections = 0 };

    /// <summary>A good name that leads elsewhere.</summary>
    public static Attack Named(string answers, GuardedOutcome outcome, int connections) => new()
    {
        Address = $"https://{PlayedNetwork.Site}/",
        Names = answers.Split(" then "),
        Outcome = outcome,
        Connections = connections,
    };

    public static Attack Redirecting(string to, GuardedOutcome outcome, int connections = 1, int status = 302) =>
        Answering($"HTTP/1.1 {status} Moved\nLocation: {to}\nContent-Length: 0\n\n", outcome, connections);

    public static Attack Answering(string answer, GuardedOutcome outcome, int connections = 1) =>
        Serving(Saying(answer), outcome) with { Connections = connections };

    public static Attack Serving(Func<string, Stream, CancellationToken, Task> serve, GuardedOutcome outcome) =>
        new() { Address = $"https://{PlayedNetwork.Site}/", Outcome = outcome, Serve = serve };

    public static Attack Certified(X509Certificate2 certificate) => new()
    {
        Address = $"https://{PlayedNetwork.Site}/",
        Outcome = GuardedOutcome.Unreachable,
        Certificate = certificate,
    };

    /// <summary>Sends the text, then the other one again and again, slowly or as fast as it is taken.</summary>
    public static Func<string, Stream, CancellationToken, Task> Endless(string first, string then, bool isSlow) =>
        async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync(Bytes(first), cancellationToken);
            var more = Bytes(isSlow ? then : string.Concat(Enumerable.Repeat(then, 1 + (64_000 / then.Length))));
            while (true)
            {
                await stream.WriteAsync(more, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                await Task.Delay(isSlow ? BetweenDrips : TimeSpan.Zero, cancellationToken);
            }
        };

    /// <summary>Zeros, compressed as often as encodings are named.</summary>
    public static Func<string, Stream, CancellationToken, Task> Bomb(int size, params string[] encodings)
    {
        var body = encodings.Aggregate(new byte[size], (bytes, encoding) => Compress(encoding, bytes));
        var head = $"HTTP/1.1 200 OK\nContent-Type: application/json\n"
            + $"Content-Encoding: {string.Join(", ", encodings)}\nContent-Length: {body.Length}";
        return Saying(HostileServer.Answer(head, body));
    }

    public static Func<string, Stream, CancellationToken, Task> Saying(string answer) => Saying(Bytes(answer));

    public static Func<string, Stream, CancellationToken, Task> Saying(byte[] answer) =>
        async (_, stream, cancellationToken) => await stream.WriteAsync(answer, cancellationToken);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n"));

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
