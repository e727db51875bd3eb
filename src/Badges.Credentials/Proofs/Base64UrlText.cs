using System.Buffers;
using System.Buffers.Text;

namespace Badges.Credentials.Proofs;

/// <summary>base64url without padding, read strictly: no other character, no unused bit set (RFC 7515, section
/// 2).</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes, or null when the text is not exactly what <see cref="Encode"/> would write.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet))
        {
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }

        return text.Length % 4 == 0 || EndsAsEncoded(text, bytes) ? bytes : null;
    }

    private static bool EndsAsEncoded(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes)
    {
        Span<char> end = stackalloc char[4];
        var rest = bytes[(bytes.Length - (bytes.Length % 3))..];
        return Base64Url.TryEncodeToChars(rest, end, out var written) && text.EndsWith(end[..written]);
    }
}
