namespace Badges.Credentials.Proofs;

/// <summary>A <c>data:</c> URL whose data are text, as envelopes hold tokens (RFC 2397).</summary>
internal sealed record DataUrl(string MediaType, string Data)
{
    /// <summary>Takes the URL apart, or returns null when it is none or its data are in base64.</summary>
    public static DataUrl? TryRead(string url)
    {
        const string Scheme = "data:";
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = url[Scheme.Length..comma].Split(';');
        return parts.Contains("base64", StringComparer.OrdinalIgnoreCase)
            ? null
            : new(parts[0].Trim(), Uri.UnescapeDataString(url[(comma + 1)..]));
    }
}
