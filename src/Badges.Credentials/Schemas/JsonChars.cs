using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>The characters of a JSON string or of a member's name. They are written into a buffer that the caller
/// lends; only a long text, or one with escapes, costs a string.</summary>
internal static class JsonChars
{
    /// <summary>The length of the buffer to lend.</summary>
    public const int Lent = 256;

    /// <summary>The characters of a string; none when it holds a lone surrogate.</summary>
    public static ReadOnlySpan<char> Of(JsonElement text, Span<char> buffer)
    {
        var quoted = JsonMarshal.GetRawUtf8Value(text);
        return TryWrite(quoted[1..^1], buffer, out var length) ? buffer[..length] : JsonStrings.TryGet(text);
    }

    /// <summary>The characters of a member's name.</summary>
    public static ReadOnlySpan<char> NameOf(JsonProperty member, Span<char> buffer) =>
        TryWrite(JsonMarshal.GetRawUtf8PropertyName(member), buffer, out var length) ? buffer[..length] : member.Name;

    private static bool TryWrite(ReadOnlySpan<byte> raw, Span<char> buffer, out int length)
    {
        length = 0;
        return raw.Length <= buffer.Length && !raw.Contains((byte)'\\')
            && Encoding.UTF8.TryGetChars(raw, buffer, out length);
    }
}
