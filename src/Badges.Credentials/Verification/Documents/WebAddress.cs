using System.Net;

namespace Badges.Credentials.Verification.Documents;

/// <summary>An address of the web as credentials name them, before anybody connects to it.</summary>
internal static class WebAddress
{
    /// <summary>The address, or null when it is none that may ever be fetched: another scheme, a user name, a path that
    /// hides where it leads, or a literal address outside the public network.</summary>
    public static Uri? TryRead(string text, bool allowLoopback)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0 || address.Host.Length == 0 || text.AsSpan().ContainsAny('\\', ' ')
            || text.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
            && !PublicNetwork.Contains(literal) && !(allowLoopback && IsLoopback(literal))
                ? null
                : address;
    }

    /// <summary>Whether the host is this machine.</summary>
    public static bool IsLoopback(Uri address) => address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal) && IsLoopback(literal));

    /// <summary>What stands before the fragment.</summary>
    public static string WithoutFragment(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? address : address[..hash];
    }

    /// <summary>The same address under https, or null when it is under https already.</summary>
    public static string? Secured(string address) => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        ? string.Concat("https:", address.AsSpan(5))
        : null;

    /// <summary>The same address under http.</summary>
    public static string Unsecured(string address) => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        ? string.Concat("http:", address.AsSpan(6))
        : address;

    /// <summary>Whether two identifiers are the same, http and https not told apart.</summary>
    public static bool AreSame(string one, string other) => one == other || Normal(one) == Normal(other);

    /// <summary>Whether two addresses have the same host and port.</summary>
    public static bool AreOnSameSite(string one, string other) =>
        Uri.TryCreate(Normal(one), UriKind.Absolute, out var first)
        && Uri.TryCreate(Normal(other), UriKind.Absolute, out var second)
        && first.Authority.Length > 0 && first.Authority == second.Authority;

    /// <summary>Whether an address lies below another: same scheme, host and port, and a longer path without any hidden
    /// separator. Nothing lies below an address that has a query.</summary>
    public static bool IsBelow(string address, string parent) =>
        Uri.TryCreate(address, UriKind.Absolute, out var lower)
        && Uri.TryCreate(parent, UriKind.Absolute, out var upper)
        && lower.Scheme == upper.Scheme && lower.Authority == upper.Authority && upper.Query.Length == 0
        && !lower.AbsolutePath.Contains("%2f", StringComparison.OrdinalIgnoreCase)
        && !lower.AbsolutePath.Contains("%5c", StringComparison.OrdinalIgnoreCase)
        && lower.AbsolutePath.StartsWith(upper.AbsolutePath.TrimEnd('/') + '/', StringComparison.Ordinal);

    private static bool IsLoopback(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static string Normal(string identifier) => Secured(identifier) ?? identifier;
}
