using System.Text;

namespace Badges.Benchmarks.Load;

/// <summary>Requests as they go over the wire.</summary>
internal static class RequestBytes
{
    private const string Boundary = "----badges-benchmark";

    /// <summary>What a browser's or a program's GET comes down to.</summary>
    public static byte[] Get(string path, string accept) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: badges.example.org\r\nAccept: {accept}\r\n\r\n");

    /// <summary>A form with one file, as <c>curl -F file=@badge.png</c> sends it.</summary>
    public static byte[] PostFile(string path, byte[] file, string? key)
    {
        var head = Encoding.ASCII.GetBytes(
            $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"badge.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n");
        var tail = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");
        var authorization = key is null ? "" : $"Authorization: Bearer {key}\r\n";
        var request = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: badges.example.org\r\nAccept: application/json\r\n{authorization}"
            + $"Content-Type: multipart/form-data; boundary={Boundary}\r\n"
            + $"Content-Length: {head.Length + file.Length + tail.Length}\r\n\r\n");
        return [.. request, .. head, .. file, .. tail];
    }
}
