namespace Badges.Credentials;

/// <summary>A <c>data:</c> URL taken apart (RFC 2397, section 3).</summary>
/// <param name="MediaType">The type, without its parameters.</param>
/// <param name="IsBase64">Whether the data stand in base64; they are text otherwise.</param>
/// <param name="Data">The data as they stand, percent-encoding undone.</param>
internal sealed record DataUrl(string MediaType, bool IsBase64, string Data)
{
    private const string Scheme = "data:";

    /// <summary>Whether an address is one, well formed or not.</summary>
    public static bool Is(string address) => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the URL apart, or returns null when it is none, or says elsewhere than at the end that it is in
    /// base64.</summary>
    public static DataUrl? TryRead(string url)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !Is(url))
        {
            return null;
        }

        var parts = url[Scheme.Length..comma].Split(';');
        var base64 = Array.FindIndex(parts, part => part.Equals("base64", StringComparison.OrdinalIgnoreCase));
        return base64 < 0 || (base64 > 0 && base64 == parts.Length - 1)
            ? new(parts[0].Trim(), IsBase64: base64 > 0, Uri.UnescapeDataString(url[(comma + 1)..]))
            : null;
    }
}
