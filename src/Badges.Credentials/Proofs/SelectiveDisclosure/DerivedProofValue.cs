using System.Formats.Cbor;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>What a derived proof carries. Data Integrity ECDSA Cryptosuites 1.0, section 3.5.8
/// (parseDerivedProofValue).</summary>
internal sealed record DerivedProofValue
{
    private const int SignatureLength = 64;
    private const int LabelLength = 32;
    private static readonly byte[] Header = [0xD9, 0x5D, 0x01];
    private static readonly byte[] BaseHeader = [0xD9, 0x5D, 0x00];

    /// <summary>The issuer's signature, over the proof, the key below and what must be disclosed.</summary>
    public required byte[] BaseSignature { get; init; }

    /// <summary>The key made for this credential alone, as the bytes of a Multikey.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>That key's signatures, one for each statement disclosed by choice.</summary>
    public required IReadOnlyList<byte[]> Signatures { get; init; }

    /// <summary>The label of each blank node, by the number of its canonical one. No two are the same: statements about
    /// one thing could be told of two otherwise.</summary>
    public required IReadOnlyDictionary<int, string> Labels { get; init; }

    /// <summary>The places of the statements that had to be disclosed.</summary>
    public required IReadOnlySet<int> MandatoryIndexes { get; init; }

    /// <summary>Takes a proof value apart, or returns null when anything about it is not as it must be.</summary>
    public static DerivedProofValue? TryRead(string? proofValue)
    {
        if (Decode(proofValue) is not { } bytes || !bytes.AsSpan().StartsWith(Header))
        {
            return null;
        }

        try
        {
            var reader = new CborReader(bytes.AsMemory(Header.Length), CborConformanceMode.Strict);
            if (reader.ReadStartArray() != 5)
            {
                return null;
            }

            var value = new DerivedProofValue
            {
                BaseSignature = reader.ReadByteString(),
                PublicKey = reader.ReadByteString(),
                Signatures = ReadSignatures(reader),
                Labels = ReadLabels(reader),
                MandatoryIndexes = ReadIndexes(reader),
            };
            reader.ReadEndArray();
            return reader.BytesRemaining == 0 && value.BaseSignature.Length == SignatureLength
                && value.Signatures.All(each => each.Length == SignatureLength)
                && value.Labels.Values.Distinct(StringComparer.Ordinal).Count() == value.Labels.Count
                    ? value
                    : null;
        }
        catch (Exception fault) when (fault is CborContentException or InvalidOperationException or OverflowException
            or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether it is the proof of the issuer for the holder (section 3.5.2).</summary>
    public static bool IsBase(string? proofValue) =>
        Decode(proofValue) is { } bytes && bytes.AsSpan().StartsWith(BaseHeader);

    private static byte[]? Decode(string? proofValue) =>
        proofValue is ['u', .. var text] ? Base64UrlText.TryDecode(text) : null;

    private static List<byte[]> ReadSignatures(CborReader reader)
    {
        var signatures = new List<byte[]>();
        reader.ReadStartArray();
        while (reader.PeekState() is not CborReaderState.EndArray)
        {
            signatures.Add(reader.ReadByteString());
        }

        reader.ReadEndArray();
        return signatures;
    }

    private static Dictionary<int, string> ReadLabels(CborReader reader)
    {
        var labels = new Dictionary<int, string>();
        reader.ReadStartMap();
        while (reader.PeekState() is not CborReaderState.EndMap)
        {
            var number = ReadNumber(reader);
            var label = reader.ReadByteString();
            labels.Add(number, label.Length == LabelLength
                ? "u" + Base64UrlText.Encode(label)
                : throw new FormatException("A label has 32 bytes."));
        }

        reader.ReadEndMap();
        return labels;
    }

    private static HashSet<int> ReadIndexes(CborReader reader)
    {
        var indexes = new HashSet<int>();
        reader.ReadStartArray();
        while (reader.PeekState() is not CborReaderState.EndArray)
        {
            indexes.Add(ReadNumber(reader));
        }

        reader.ReadEndArray();
        return indexes;
    }

    private static int ReadNumber(CborReader reader) => checked((int)reader.ReadUInt32());
}
