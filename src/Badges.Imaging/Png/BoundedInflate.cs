using System.Buffers.Binary;
using System.IO.Compression;

namespace Badges.Imaging.Png;

/// <summary>Inflates zlib data up to a limit, so that a small chunk cannot fill the memory. RFC 1950.</summary>
internal static class BoundedInflate
{
    private const int CheckLength = 4;

    /// <summary>Null when the data is damaged, cut short or larger than the limit.</summary>
    public static byte[]? TryRun(ReadOnlyMemory<byte> zlib, int maxBytes)
    {
        if (zlib.Length < CheckLength)
        {
            return null;
        }

        var inflated = TryInflate(zlib, maxBytes);

        // ZLibStream takes data that is cut short for complete: only the check value at the end tells.
        var check = BinaryPrimitives.ReadUInt32BigEndian(zlib.Span[^CheckLength..]);
        return inflated is not null && Adler32(inflated) == check ? inflated : null;
    }

    private static byte[]? TryInflate(ReadOnlyMemory<byte> zlib, int maxBytes)
    {
        using var inflated = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(zlib.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[8192];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                if (inflated.Length + count > maxBytes)
                {
                    return null;
                }

                inflated.Write(buffer, 0, count);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Damaged; or compressed with a dictionary, which the file names and does not hold (RFC 1950, section 2.2).
            return null;
        }

        return inflated.ToArray();
    }

    /// <summary>The check value of RFC 1950, section 8.2.</summary>
    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65521;
        uint a = 1, b = 0;
        foreach (var value in bytes)
        {
            a = (a + value) % Modulus;
            b = (b + a) % Modulus;
        }

        return (b << 16) | a;
    }
}
