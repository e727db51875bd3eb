using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Status;

/// <summary>The bits of a status list and their encoded form: bit 0 is the highest of byte 0; GZIP, then multibase
/// base64url without padding (Bitstring Status List 1.0, sections 2.2, 3.3 and 3.4).</summary>
public static class BitstringStatusList
{
    /// <summary>The fewest positions that a list may have: 16 KiB, so that none can be told from its place.</summary>
    public const int MinimumLength = 131072;

    private const int Step = 16 * 1024;

    /// <summary>A list of zeros.</summary>
    public static byte[] Empty(int length = MinimumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinimumLength);
        return new byte[(length + 7) / 8];
    }

    /// <summary>Whether the bit at a position is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such position.</exception>
    public static bool IsSet(ReadOnlySpan<byte> bits, int index)
    {
        RequirePosition(bits, index);
        return (bits[index >> 3] & (0x80 >> (index & 7))) != 0;
    }

    /// <summary>Sets the bit at a position. There is no way back: a revocation is final.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such position.</exception>
    public static void Set(Span<byte> bits, int index)
    {
        RequirePosition(bits, index);
        bits[index >> 3] |= (byte)(0x80 >> (index & 7));
    }

    /// <summary>The value of <c>encodedList</c>.</summary>
    /// <exception cref="ArgumentException">The list is under the minimum length.</exception>
    public static string Encode(ReadOnlySpan<byte> bits)
    {
        if (bits.Length * 8L < MinimumLength)
        {
            throw new ArgumentException($"A list has {MinimumLength} positions or more.", nameof(bits));
        }

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bits);
        }

        return "u" + Base64UrlText.Encode(compressed.ToArray());
    }

    /// <summary>The bits, or null when the text is no encoded list or holds more than <paramref name="maxBytes"/>
    /// bytes.</summary>
    public static BitArrayRead? TryDecode(string encodedList, int maxBytes) => TryDecode(encodedList, maxBytes, out _);

    /// <summary>The bits, or null with the reason. Memory for more than <paramref name="maxBytes"/> is never
    /// taken.</summary>
    public static BitArrayRead? TryDecode(string encodedList, int maxBytes, out BitstringFault fault)
    {
        ArgumentNullException.ThrowIfNull(encodedList);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (!encodedList.StartsWith('u'))
        {
            fault = BitstringFault.NotMultibase;
            return null;
        }

        if (Base64UrlText.TryDecode(encodedList.AsSpan(1)) is not { } compressed)
        {
            fault = BitstringFault.NotBase64Url;
            return null;
        }

        return TryInflate(compressed, maxBytes, out fault) is { } bits
            ? new BitArrayRead(bits, bits.Length * 8L < MinimumLength)
            : null;
    }

    private static byte[]? TryInflate(byte[] compressed, int maxBytes, out BitstringFault fault)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
            var bits = new byte[Math.Min(maxBytes, Step)];
            var length = 0;
            while (true)
            {
                if (length == bits.Length)
                {
                    if (length == maxBytes)
                    {
                        break;
                    }

                    Array.Resize(ref bits, (int)Math.Min(maxBytes, bits.Length * 2L));
                }

                var read = gzip.Read(bits, length, bits.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            fault = length == maxBytes && gzip.ReadByte() >= 0 ? BitstringFault.TooLong
                : !EndsAsGzip(compressed, bits.AsSpan(0, length)) ? BitstringFault.NotGzip
                : BitstringFault.None;
            Array.Resize(ref bits, length);
            return fault is BitstringFault.None ? bits : null;
        }
        catch (InvalidDataException)
        {
            fault = BitstringFault.NotGzip;
            return null;
        }
    }

    // GZipStream takes a file that stops early for a whole one: the check sum and the length at the end tell (RFC
    // 1952, 2.3.1).
    private static bool EndsAsGzip(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> bits) =>
        compressed.Length > 8
        && BinaryPrimitives.ReadUInt32LittleEndian(compressed[^8..]) == Crc32.HashToUInt32(bits)
        && BinaryPrimitives.ReadUInt32LittleEndian(compressed[^4..]) == bits.Length;

    private static void RequirePosition(ReadOnlySpan<byte> bits, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, bits.Length * 8L);
    }
}
