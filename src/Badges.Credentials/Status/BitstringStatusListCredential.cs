using Badges.Credentials.OpenBadges3;

namespace Badges.Credentials.Status;

/// <summary>A status list as it is published and signed (Bitstring Status List 1.0, section 2.2).</summary>
public sealed record BitstringStatusListCredential
{
    /// <summary>The list's address.</summary>
    public required string Id { get; init; }

    /// <summary>The issuer's DID, the same as in the credentials that use the list.</summary>
    public required string Issuer { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public string StatusPurpose { get; init; } = "revocation";

    /// <summary>The value that <see cref="BitstringStatusList.Encode"/> gives.</summary>
    public required string EncodedList { get; init; }

    /// <summary>How long a copy may be used, in milliseconds.</summary>
    public int TimeToLive { get; init; } = 300_000;

    /// <summary>The compact JSON that is signed, always the same for the same record.</summary>
    public string ToJson() => CredentialJson.Document(
        [OpenBadges3Context.Credentials],
        new Document(
            Id,
            ["VerifiableCredential", "BitstringStatusListCredential"],
            Issuer,
            ValidFrom,
            ValidUntil,
            new(Id + "#list", "BitstringStatusList", StatusPurpose, EncodedList, TimeToLive)));

    private sealed record Document(
        string Id,
        IReadOnlyList<string> Type,
        string Issuer,
        DateTimeOffset ValidFrom,
        DateTimeOffset? ValidUntil,
        Subject CredentialSubject);

    private sealed record Subject(string Id, string Type, string StatusPurpose, string EncodedList, int Ttl);
}
