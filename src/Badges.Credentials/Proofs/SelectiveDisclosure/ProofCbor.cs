using System.Formats.Cbor;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>The binary form of both kinds of proof values: multibase base64url of CBOR (RFC 8949).</summary>
internal static class ProofCbor
{
    public const int SignatureLength = 64;

    public static byte[]? Decode(string? proofValue) =>
        proofValue is ['u', .. var text] ? Base64UrlText.TryDecode(text) : null;

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

    /// <summary>Whether an exception says that the bytes are not as they must be.</summary>
    public static bool IsFault(Exception fault) => fault is CborContentException or InvalidOperationException
        or OverflowException or FormatException or ArgumentException;
}
