using System.Net;

namespace Badges.Credentials.Verification;

/// <summary>Which addresses are of the public internet: all that the special-purpose registries of RFC 6890
/// leave.</summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] Special4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Teredo and other protocol assignments, documentation, 6to4: what they carry is another address.
    private static readonly IPNetwork[] Special6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether the address may be connected to: no private, loopback, link-local, multicast, shared,
    /// documentation, translated or reserved one. An IPv4 address written as IPv6 is judged as IPv4.</summary>
    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.GetAddressBytes().Length == 4
            ? !Array.Exists(Special4, network => network.Contains(plain))
            : plain.ScopeId == 0
                && Global6.Contains(plain)
                && !Array.Exists(Special6, network => network.Contains(plain));
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
