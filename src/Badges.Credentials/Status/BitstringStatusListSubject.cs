using System.Text.Json.Serialization;

namespace Badges.Credentials.Status;

/// <summary>The list itself, inside its credential (Bitstring Status List 1.0, section 2.2).</summary>
public sealed record BitstringStatusListSubject
{
    /// <summary>The list's address with the fragment <c>list</c>.</summary>
    public required string Id { get; init; }

    public string Type { get; } = "BitstringStatusList";

    public required string StatusPurpose { get; init; }

    public required string EncodedList { get; init; }

    /// <summary>How long a copy may be used, in milliseconds.</summary>
    [JsonPropertyName("ttl")]
    public required int TimeToLive { get; init; }
}
