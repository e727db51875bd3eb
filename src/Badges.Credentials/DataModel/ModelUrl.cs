using System.Buffers;
using System.Text.Json;

namespace Badges.Credentials.DataModel;

/// <summary>What may stand where the data model asks for a URL (section 1.2: URLs, DIDs and URNs among them).</summary>
internal static class ModelUrl
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \"<>\\^`{|}");

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    public static bool Is(JsonElement value) => JsonStrings.TryGet(value) is { } text && Is(text);

    /// <summary>Whether the text has a scheme and no character that no URL has (RFC 3986, section 3.1; RFC 3987,
    /// section 2.2).</summary>
    public static bool Is(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter(text[0])
            && !text.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters)
            && !text.AsSpan().ContainsAny(Forbidden) && !text.Any(char.IsControl) && !text.Any(char.IsWhiteSpace);
    }
}
