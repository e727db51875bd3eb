using System.Globalization;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Badges.Credentials.Proofs;

/// <summary>A credential as a JSON Web Token, signed with the algorithm of the key (Open Badges 3.0, section
/// 8.2).</summary>
public static class VcJwt
{
    private static readonly string[] Claims = ["iss", "jti", "sub", "nbf", "exp"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Signs a credential; <paramref name="kid"/> is the address of the key.</summary>
    public static string Sign(OpenBadgeCredential credential, ISigningKey key, string kid)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return SignJson(credential.ToJson(), key, kid);
    }

    /// <summary>Signs any credential's JSON, a status list for instance. The payload is that JSON byte for byte, with
    /// the claims <c>iss</c>, <c>jti</c>, <c>sub</c>, <c>nbf</c> and, when it expires, <c>exp</c> appended as its
    /// last members.</summary>
    /// <exception cref="ArgumentException">The text is not a credential with issuer, id, subject and validFrom, or it
    /// has one of the claims already.</exception>
    public static string SignJson(string credentialJson, ISigningKey key, string kid)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentException.ThrowIfNullOrEmpty(kid);
        var tokens = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return tokens.CreateToken(PayloadOf(credentialJson), key.CredentialsNamed(kid));
    }

    /// <summary>The credential that was signed, without the claims that were appended to it.</summary>
    /// <exception cref="ArgumentException">The payload is not a JSON object.</exception>
    public static string CredentialOf(CompactJws jws)
    {
        ArgumentNullException.ThrowIfNull(jws);
        return IJson.TryParse(jws.Payload.Span) is { ValueKind: JsonValueKind.Object } payload
            ? JsonMembers.Without(payload, Claims).GetRawText()
            : throw new ArgumentException("The payload is not a credential.", nameof(jws));
    }

    /// <summary>The credential's JSON with the claims appended.</summary>
    internal static string PayloadOf(string credentialJson)
    {
        ArgumentNullException.ThrowIfNull(credentialJson);
        try
        {
            using var document = JsonDocument.Parse(credentialJson, Strict);
            return credentialJson.TrimEnd()[..^1] + ClaimsOf(document.RootElement) + "}";
        }
        catch (JsonException fault)
        {
            throw new ArgumentException("This is not JSON without duplicate members.", nameof(credentialJson), fault);
        }
    }

    private static string ClaimsOf(JsonElement credential)
    {
        if (credential.ValueKind is not JsonValueKind.Object
            || Claims.Any(claim => credential.TryGetProperty(claim, out _)))
        {
            throw new ArgumentException("A credential is an object without the claims of a JWT.", nameof(credential));
        }

        var issuer = credential.TryGetProperty("issuer", out var value) && value.ValueKind is JsonValueKind.Object
            ? Text(value, "id")
            : Text(credential, "issuer");
        var subject = credential.TryGetProperty("credentialSubject", out var about) ? Text(about, "id") : null;
        var claims = new StringBuilder()
            .Append(",\"iss\":").Append(CredentialJson.Quote(Required(issuer, "issuer")))
            .Append(",\"jti\":").Append(CredentialJson.Quote(Required(Text(credential, "id"), "id")))
            .Append(",\"sub\":").Append(CredentialJson.Quote(Required(subject, "credentialSubject.id")))
            .Append(",\"nbf\":").Append(NumericDate(Required(Text(credential, "validFrom"), "validFrom")));
        if (Text(credential, "validUntil") is { } end)
        {
            claims.Append(",\"exp\":").Append(NumericDate(end));
        }

        return claims.ToString();
    }

    private static string? Text(JsonElement element, string member) => JsonStrings.TryGet(element, member);

    private static string Required(string? value, string member) =>
        value ?? throw new ArgumentException($"The credential has no {member}.", nameof(value));

    private static string NumericDate(string instant) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentException($"{instant} is not an instant.", nameof(instant));
}
