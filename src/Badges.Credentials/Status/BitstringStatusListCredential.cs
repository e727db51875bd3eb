using System.Text.Json.Serialization;
using Badges.Credentials.OpenBadges3;

namespace Badges.Credentials.Status;

/// <summary>A status list as it is published and signed (Bitstring Status List 1.0, section 2.2).</summary>
public sealed record BitstringStatusListCredential
{
    /// <summary>The list's address.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<string> Type { get; } = ["VerifiableCredential", "BitstringStatusListCredential"];

    /// <summary>The issuer's DID, the same as in the credentials that use the list.</summary>
    public required string Issuer { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public BitstringStatusListSubject CredentialSubject => new()
    {
        Id = Id + "#list",
        StatusPurpose = StatusPurpose,
        EncodedList = EncodedList,
        TimeToLive = TimeToLive,
    };

    [JsonIgnore]
    public string StatusPurpose { get; init; } = "revocation";

    /// <summary>The value that <see cref="BitstringStatusList.Encode"/> gives.</summary>
    [JsonIgnore]
    public required string EncodedList { get; init; }

    /// <summary>How long a copy may be used, in milliseconds.</summary>
    [JsonIgnore]
    public int TimeToLive { get; init; } = 300_000;

    /// <summary>The compact JSON that is signed, always the same for the same record.</summary>
    public string ToJson() => CredentialJson.Document([OpenBadges3Context.Credentials], this);
}
