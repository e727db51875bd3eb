using System.Formats.Cbor;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>What a derived proof carries. Data Integrity ECDSA Cryptosuites 1.0, section 3.5.8
/// (parseDerivedProofValue).</summary>
internal sealed record DerivedProofValue
{
    private const int LabelLength = 32;
    private static readonly byte[] Header = [0xD9, 0x5D, 0x01];

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
    public static DerivedProofValue? TryRead(string? proofValue) =>
        ProofCbor.TryRead(proofValue, Header, ReadParts) is { } value
        && value.BaseSignature.Length == ProofCbor.SignatureLength
        && value.Signatures.All(each => each.Length == ProofCbor.SignatureLength)
        && value.Labels.Values.Distinct(StringComparer.Ordinal).Count() == value.Labels.Count
            ? value
            : null;

    /// <summary>The proof value (section 3.5.7, serializeDerivedProofValue).</summary>
    public string Write()
    {
        var writer = new CborWriter(CborConformanceMode.Strict);
        writer.WriteStartArray(5);
        writer.WriteByteString(BaseSignature);
        writer.WriteByteString(PublicKey);
        writer.WriteStartArray(Signatures.Count);
        foreach (var signature in Signatures)
        {
            writer.WriteByteString(signature);
        }

        writer.WriteEndArray();
        writer.WriteStartMap(Labels.Count);
        foreach (var (number, label) in Labels.OrderBy(each => each.Key))
        {
            writer.WriteInt32(number);
            writer.WriteByteString(Base64UrlText.TryDecode(label.AsSpan(1)) ?? []);
        }

        writer.WriteEndMap();
        writer.WriteStartArray(MandatoryIndexes.Count);
        foreach (var index in MandatoryIndexes.Order())
        {
            writer.WriteInt32(index);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        return "u" + Base64UrlText.Encode([.. Header, .. writer.Encode()]);
    }

    private static DerivedProofValue ReadParts(CborReader reader) => new()
    {
        BaseSignature = reader.ReadByteString(),
        PublicKey = reader.ReadByteString(),
        Signatures = ProofCbor.ReadList(reader, each => each.ReadByteString()),
        Labels = ReadLabels(reader),
        MandatoryIndexes = ReadIndexes(reader),
    };

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

    private static HashSet<int> ReadIndexes(CborReader reader) => [.. ProofCbor.ReadList(reader, ReadNumber)];

    private static int ReadNumber(CborReader reader) => checked((int)reader.ReadUInt32());
}
