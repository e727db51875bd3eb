using System.Text;

namespace Badges.Credentials.Verification.Pictures;

/// <summary>A picture that stands in its own address. The "data" URL scheme, RFC 2397.</summary>
internal static class DataAddress
{
    /// <summary>The bytes, whatever type they are said to have; null when they cannot be read or are too many.</summary>
    public static ReadOnlyMemory<byte>? TryRead(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (address.Length - comma > 2 * Submission.MaximumPictureBytes || DataUrl.TryRead(address) is not { } url)
        {
            return null;
        }

        var bytes = url.IsBase64 ? Decode(url.Data) : Encoding.UTF8.GetBytes(url.Data);
        return bytes?.Length <= Submission.MaximumPictureBytes ? bytes : null;
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
