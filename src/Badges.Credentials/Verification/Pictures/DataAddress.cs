using System.Text;

namespace Badges.Credentials.Verification.Pictures;

/// <summary>A picture that stands in its own address. The "data" URL scheme, RFC 2397.</summary>
internal static class DataAddress
{
    private const string Scheme = "data:";
    private const string Base64 = ";base64";

    public static bool Is(string address) => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes, whatever type they are said to have; null when they cannot be read or are too many.</summary>
    public static ReadOnlyMemory<byte>? TryRead(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (!Is(address) || comma < 0 || address.Length - comma > 2 * Submission.MaximumPictureBytes)
        {
            return null;
        }

        var text = address[(comma + 1)..];
        text = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        var bytes = address.AsSpan(0, comma).EndsWith(Base64, StringComparison.OrdinalIgnoreCase)
            ? Decode(text)
            : Encoding.UTF8.GetBytes(text);
        return bytes?.Length <= Submission.MaximumPictureBytes ? bytes : null;
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
