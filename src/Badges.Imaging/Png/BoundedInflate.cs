using System.IO.Compression;

namespace Badges.Imaging.Png;

/// <summary>Inflates zlib data up to a limit, so that a small chunk cannot fill the memory. RFC 1950.</summary>
internal static class BoundedInflate
{
    /// <summary>Null when the data is damaged, cut short or larger than the limit.</summary>
    public static byte[]? TryRun(ReadOnlyMemory<byte> zlib, int maxBytes)
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
        catch (InvalidDataException)
        {
            return null;
        }

        return inflated.ToArray();
    }
}
