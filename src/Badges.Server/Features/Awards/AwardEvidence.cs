using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Badges.Server.Features.Awards;

/// <summary>What shows that the criteria were met, as it is kept: private unless somebody chose otherwise.</summary>
public sealed record AwardEvidence
{
    public const int NonceLength = 32;

    public required Guid Id { get; init; }
    public required Guid AwardId { get; init; }
    public required EvidenceVisibility Visibility { get; init; }
    public string? Name { get; init; }
    public string? Narrative { get; init; }
    public string? Url { get; init; }
    public required byte[] Nonce { get; init; }

    /// <summary>SHA-256 of the nonce followed by <see cref="Record"/>: it commits to the text without telling it.</summary>
    public required string Sha256 { get; init; }

    public Guid? CreatedBy { get; init; }

    public static string HashOf(ReadOnlySpan<byte> nonce, EvidenceInput input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(nonce);
        hash.AppendData(Record(input));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The kept record as bytes: a JSON object of name, narrative and address, in this order, without blanks.</summary>
    public static byte[] Record(EvidenceInput input) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new { name = input.Name, narrative = input.Narrative, url = input.Url }, RecordOptions);

    private static readonly JsonSerializerOptions RecordOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>What a caller says about one item of evidence.</summary>
public sealed record EvidenceInput
{
    public string? Name { get; init; }
    public string? Narrative { get; init; }
    public string? Url { get; init; }
    public EvidenceVisibility Visibility { get; init; }
}

/// <summary>Kept by the structure, or readable by everybody for ever.</summary>
public enum EvidenceVisibility
{
    Private,
    Public,
}
