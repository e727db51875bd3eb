using System.Text.Json;

namespace Badges.Credentials;

/// <summary>Strings out of parsed JSON whose escapes may be malformed.</summary>
internal static class JsonStrings
{
    /// <summary>The string, or null when the element is none or holds a lone surrogate.</summary>
    public static string? TryGet(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The string member of an object, or null when there is none.</summary>
    public static string? TryGet(JsonElement element, string member) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var value)
            ? TryGet(value)
            : null;
}
