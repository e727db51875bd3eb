using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>The registered claims of a token against the credential they repeat. Open Badges 3.0, sections 8.2.4 and
/// 8.2.6.</summary>
internal static class TokenClaims
{
    /// <summary>The first claim that contradicts the credential, or null.</summary>
    public static string? FindContradiction(JsonElement claims, VerifiableCredential credential)
    {
        if (Contradicts(claims, "iss", credential.IssuerId))
        {
            return "iss";
        }

        if (Contradicts(claims, "jti", credential.Id))
        {
            return "jti";
        }

        if (Contradicts(claims, "sub", credential.SubjectId))
        {
            return "sub";
        }

        return ContradictsInstant(claims, "nbf", credential.ValidFromText) ? "nbf"
            : ContradictsInstant(claims, "exp", credential.ValidUntilText) ? "exp"
            : null;
    }

    /// <summary>The end that the token alone sets, when the credential sets none.</summary>
    public static DateTimeOffset? Expiry(JsonElement claims) =>
        JsonValues.Member(claims, "exp") is { ValueKind: JsonValueKind.Number } value && Seconds(value) is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The credential without the claims that were added around it.</summary>
    public static JsonElement Without(JsonElement credential) =>
        JsonMembers.Without(credential, "iss", "jti", "sub", "nbf", "exp", "iat", "aud");

    private static bool Contradicts(JsonElement claims, string name, string? value) =>
        claims.TryGetProperty(name, out var claim) && JsonStrings.TryGet(claim) is var text
        && (text is null || (text != value && !(name == "sub" && value is null)));

    /// <summary>Instants are compared to the second: that is what a token can say.</summary>
    private static bool ContradictsInstant(JsonElement claims, string name, string? text)
    {
        if (!claims.TryGetProperty(name, out var claim))
        {
            return false;
        }

        if (claim.ValueKind is not JsonValueKind.Number || Seconds(claim) is not { } seconds)
        {
            return true;
        }

        return text is not null && Timestamp.TryRead(text)?.ToUnixTimeSeconds() != seconds;
    }

    private static long? Seconds(JsonElement value)
    {
        var seconds = Math.Floor(value.GetDouble());
        return seconds is >= -62135596800 and <= 253402300799 ? (long)seconds : null;
    }
}
