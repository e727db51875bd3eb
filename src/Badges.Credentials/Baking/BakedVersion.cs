using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Baking;

/// <summary>The standard that a credential's text belongs to: it decides the keyword in a PNG and the element in an
/// SVG.</summary>
public enum BakedVersion
{
    /// <summary>Open Badges 2.0, an Assertion.</summary>
    OpenBadges2,

    /// <summary>Open Badges 3.0, a verifiable credential.</summary>
    OpenBadges3,
}

/// <summary>Tells from a text which standard it follows.</summary>
public static class BakedVersions
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The version of a credential, as JSON or as a JWS that nobody has verified yet; null when it is
    /// neither an assertion nor a verifiable credential.</summary>
    public static BakedVersion? TryRecognize(string credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return TryReadJson(credential) is { } json ? Recognize(json) : null;
    }

    /// <summary>The credential's own JSON: the text, or the payload of the JWS.</summary>
    internal static JsonElement? TryReadJson(string credential)
    {
        try
        {
            using var document = Jws.TryRead(credential) is { } jws
                ? JsonDocument.Parse(jws.Payload, Strict)
                : JsonDocument.Parse(credential, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a member name with a lone surrogate
        }
    }

    private static BakedVersion? Recognize(JsonElement json) =>
        HasType(json, "VerifiableCredential") || json.TryGetProperty("vc", out _) ? BakedVersion.OpenBadges3
        : HasType(json, "Assertion") || json.TryGetProperty("badge", out _) ? BakedVersion.OpenBadges2
        : null;

    private static bool HasType(JsonElement json, string type) =>
        json.TryGetProperty("type", out var value) && (value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Any(each => JsonStrings.TryGet(each) == type)
            : JsonStrings.TryGet(value) == type);
}
