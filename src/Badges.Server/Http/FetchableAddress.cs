using System.Net;
using Badges.Credentials.Verification;

namespace Badges.Server.Http;

/// <summary>What may be fetched at all, judged on the address as it is written, before any name is resolved.</summary>
public static class FetchableAddress
{
    public const int MaximumLength = 2048;

    /// <summary>Names that no public name server answers for, with all names below them.</summary>
    private static readonly string[] LocalNames =
    [
        "localhost", "local", "internal", "localdomain", "home.arpa", "lan", "home", "corp", "intranet", "private",
        "onion",
    ];

    /// <summary>Ports of other protocols (WHATWG Fetch, "port blocking"), then of common databases.</summary>
    private static readonly HashSet<int> OtherProtocols =
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
        110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530,
        531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
        5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        445, 1433, 1521, 2375, 2379, 3306, 3389, 5432, 5672, 5900, 6379, 6443, 9042, 9200, 9300, 10250, 11211, 27017,
    ];

    public static bool Allows(Uri address, bool allowLoopback)
    {
        if (!address.IsAbsoluteUri || address.OriginalString.Length > MaximumLength || HasCredentials(address)
            || address.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
            || OtherProtocols.Contains(address.Port) || FindHost(address) is not { } host)
        {
            return false;
        }

        if (allowLoopback && IsLoopback(host))
        {
            return address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
        }

        return address.Scheme == Uri.UriSchemeHttps && IsPublicHost(host);
    }

    /// <summary>Whether the host spells loopback: a literal address, or a name kept for it (RFC 6761).</summary>
    public static bool IsLoopback(string host) => ReadLiteral(host) is { } literal
        ? IPAddress.IsLoopback(literal.IsIPv4MappedToIPv6 ? literal.MapToIPv4() : literal)
        : IsWithin(host.TrimEnd('.'), "localhost");

    /// <summary>The address that a host spells, in any form that a resolver takes for one; null for a name.</summary>
    public static IPAddress? ReadLiteral(string host) => IPAddress.TryParse(host.TrimEnd('.'), out var literal)
        ? literal
        : null;

    // The parser leaves out an empty user, which another parser may read otherwise.
    private static bool HasCredentials(Uri address) =>
        address.UserInfo.Length > 0 || address.OriginalString.Split('/', 4) is [_, _, var authority, ..]
        && authority.Split('?', '#')[0].Contains('@');

    private static string? FindHost(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            // The parser takes some names that have no form for the network.
            return null;
        }
    }

    private static bool IsPublicHost(string host) => ReadLiteral(host) is { } literal
        ? PublicNetwork.Contains(literal)
        : IsPublicName(host.TrimEnd('.'));

    private static bool IsPublicName(string name)
    {
        var labels = name.Split('.');
        return labels.Length > 1 && !LooksLikeNumber(labels[^1])
            && !Array.Exists(LocalNames, local => IsWithin(name, local));
    }

    // No top-level domain is a number: 1.2.3.4.5 or 08.1.1.1 is an address spelt for a more lenient parser.
    private static bool LooksLikeNumber(string label) =>
        label.All(char.IsAsciiDigit) || label.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static bool IsWithin(string name, string parent) =>
        name.EndsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (name.Length == parent.Length || name[^(parent.Length + 1)] == '.');
}
