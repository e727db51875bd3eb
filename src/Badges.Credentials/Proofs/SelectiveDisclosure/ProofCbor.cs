using System.Formats.Cbor;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>The binary form of both kinds of proof values: multibase base64url of CBOR (RFC 8949).</summary>
internal static class ProofCbor
{
    public const int SignatureLength = 64;

    /// <summary>What the five parts after a header are, or null when the bytes are not as they must be.</summary>
    public static T? TryRead<T>(string? proofValue, ReadOnlySpan<byte> header, Func<CborReader, T> readParts)
        where T : class
    {
        if (proofValue is not ['u', .. var text] || Base64UrlText.TryDecode(text) is not { } bytes
            || !bytes.AsSpan().StartsWith(header))
        {
            return null;
        }

        try
        {
            var reader = new CborReader(bytes.AsMemory(header.Length), CborConformanceMode.Strict);
            if (reader.ReadStartArray() != 5)
            {
                return null;
            }

            var value = readParts(reader);
            reader.ReadEndArray();
            return reader.BytesRemaining == 0 ? value : null;
        }
        catch (Exception fault) when (fault is CborContentException or InvalidOperationException
            or OverflowException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public static List<T> ReadList<T>(CborReader reader, Func<CborReader, T> read)
    {
        var items = new List<T>();
        reader.ReadStartArray();
        while (reader.PeekState() is not CborReaderState.EndArray)
        {
            items.Add(read(reader));
        }

        reader.ReadEndArray();
        return items;
    }
}
