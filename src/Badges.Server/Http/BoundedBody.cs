using System.Buffers;
using System.IO.Compression;

namespace Badges.Server.Http;

/// <summary>
/// Reads a body that may be endless or a compression bomb: as sent first, decompressed after, each up to the limit.
/// Done by hand because the handler's own decompression does not bound what it reads to produce nothing.
/// </summary>
public static class BoundedBody
{
    private const int ReadSize = 16 * 1024;

    /// <summary>The decompressed body, or null when it is above the limit.</summary>
    /// <exception cref="InvalidDataException">The encoding was not asked for, or does not decode.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpContent content,
        int limit,
        CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        if (await ReadAsync(stream, limit, cancellationToken) is not { } sent)
        {
            return null;
        }

        var encodings = content.Headers.ContentEncoding.Select(encoding => encoding.ToLowerInvariant()).ToArray();
        if (sent.IsEmpty || encodings is [] or ["identity"])
        {
            return sent;
        }

        await using var decoder = Decoder(encodings, new MemoryStream(sent.ToArray(), writable: false));
        try
        {
            return await ReadAsync(decoder, limit, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            // What BrotliStream throws where GZipStream throws the other.
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private static Stream Decoder(string[] encodings, MemoryStream sent) => encodings switch
    {
        ["gzip"] or ["x-gzip"] => new GZipStream(sent, CompressionMode.Decompress),
        ["br"] => new BrotliStream(sent, CompressionMode.Decompress),
        _ => throw new InvalidDataException("The answer is encoded in a way that was not asked for."),
    };

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream,
        int limit,
        CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(ReadSize);
        while (body.WrittenCount <= limit)
        {
            var count = await stream.ReadAsync(body.GetMemory(ReadSize), cancellationToken);
            if (count == 0)
            {
                return body.WrittenMemory;
            }

            body.Advance(count);
        }

        return null;
    }
}
