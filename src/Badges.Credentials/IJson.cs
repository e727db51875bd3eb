using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Badges.Credentials;

/// <summary>JSON that everybody reads the same way (RFC 7493, section 2).</summary>
internal static class IJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The value, or null when it is not JSON of this kind.</summary>
    public static JsonElement? TryParse(ReadOnlySpan<byte> text)
    {
        try
        {
            return Utf8.IsValid(text) && !HasLoneSurrogate(text) ? JsonElement.Parse(text, Strict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a value holds valid text, no member twice, and no more than the usual depth.</summary>
    public static bool IsValid(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Undefined && TryParse(JsonMarshal.GetRawUtf8Value(value)) is not null;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(text);
        var unescaped = new byte[text.Length];
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    reader.CopyString(unescaped);
                }
                catch (InvalidOperationException)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
