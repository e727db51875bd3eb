using System.Text.Json;

namespace Badges.Credentials.Proofs;

/// <summary>A JWS in compact form, taken apart but not verified (RFC 7515, section 7.1).</summary>
public sealed record CompactJws
{
    /// <summary>The three parts as they were read.</summary>
    public required string Text { get; init; }

    /// <summary>The protected header, one JSON object without duplicate members.</summary>
    public required JsonElement Header { get; init; }

    /// <summary>The header's <c>alg</c>; whether it is one we accept is decided at verification.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The header's <c>kid</c>.</summary>
    public string? KeyId { get; init; }

    /// <summary>The header's <c>typ</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The header's <c>jwk</c>, which proves possession and nothing about the issuer.</summary>
    public JsonElement? Jwk { get; init; }

    /// <summary>The bytes that were signed for.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Header and payload as they are signed: the text before the second dot.</summary>
    public required ReadOnlyMemory<byte> SigningInput { get; init; }

    /// <summary>Empty when the third part is.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }
}
