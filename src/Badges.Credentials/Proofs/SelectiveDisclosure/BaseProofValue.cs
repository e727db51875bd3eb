using System.Formats.Cbor;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>What a base proof carries: all that its holder needs to show a part. Data Integrity ECDSA Cryptosuites 1.0,
/// section 3.5.3 (parseBaseProofValue).</summary>
internal sealed record BaseProofValue
{
    /// <summary>More pointers than these are not followed: each costs a walk through the document.</summary>
    private const int MaximumPointers = 256;

    private const int HmacKeyLength = 32;
    private static readonly byte[] Header = [0xD9, 0x5D, 0x00];

    /// <summary>The issuer's signature, over the proof, the key below and what must be disclosed.</summary>
    public required byte[] BaseSignature { get; init; }

    /// <summary>The key made for this credential alone, as the bytes of a Multikey.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Makes the labels of blank nodes, so that those that are shown do not tell how many are not.</summary>
    public required byte[] HmacKey { get; init; }

    /// <summary>That key's signatures, one for each statement that need not be disclosed.</summary>
    public required IReadOnlyList<byte[]> Signatures { get; init; }

    /// <summary>Where what must be disclosed stands.</summary>
    public required IReadOnlyList<string> MandatoryPointers { get; init; }

    /// <summary>Takes a proof value apart, or returns null when anything about it is not as it must be.</summary>
    public static BaseProofValue? TryRead(string? proofValue) =>
        ProofCbor.TryRead(proofValue, Header, ReadParts) is { } value
        && value.BaseSignature.Length == ProofCbor.SignatureLength
        && value.HmacKey.Length == HmacKeyLength
        && value.Signatures.All(each => each.Length == ProofCbor.SignatureLength)
        && value.MandatoryPointers.Count <= MaximumPointers
            ? value
            : null;

    private static BaseProofValue ReadParts(CborReader reader) => new()
    {
        BaseSignature = reader.ReadByteString(),
        PublicKey = reader.ReadByteString(),
        HmacKey = reader.ReadByteString(),
        Signatures = ProofCbor.ReadList(reader, each => each.ReadByteString()),
        MandatoryPointers = ProofCbor.ReadList(reader, each => each.ReadTextString()),
    };
}
