using System.Net;

namespace Badges.Credentials.Verification;

/// <summary>
/// Tells addresses of the public internet from all others (IANA special-purpose address registries, RFC 6890).
/// IPv4 is public unless listed; IPv6 is public only within global unicast, and there unless listed.
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] NotPublicV4 = Networks(
        "0.0.0.0/8", // this network
        "10.0.0.0/8", // private
        "100.64.0.0/10", // carrier-grade NAT
        "127.0.0.0/8", // loopback
        "168.63.129.16/32", // a virtual machine's way to the host on Azure
        "169.254.0.0/16", // link-local, metadata of most clouds
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocol assignments, metadata of one cloud
        "192.0.2.0/24", // documentation
        "192.31.196.0/24", // AS112
        "192.52.193.0/24", // multicast tunnelling
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "192.175.48.0/24", // AS112
        "198.18.0.0/15", // benchmarking
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4"); // reserved, broadcast

    private static readonly IPNetwork GlobalUnicastV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 = Networks(
        "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4
        "2620:4f:8000::/48", // AS112
        "3ffe::/16", // 6bone
        "3fff::/20"); // documentation

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the address may be connected to: no private, loopback, link-local, multicast, shared,
    /// documentation or reserved one. An IPv4 address that IPv6 carries, mapped or by NAT64, is judged as
    /// IPv4.</summary>
    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);

        if (address.GetAddressBytes().Length == 4)
        {
            return !Array.Exists(NotPublicV4, network => network.Contains(address));
        }

        return address.ScopeId == 0
            && (EmbeddedV4(address) is { } embedded
                ? Contains(embedded)
                : GlobalUnicastV6.Contains(address)
                    && !Array.Exists(NotPublicV6, network => network.Contains(address)));
    }

    /// <summary>The IPv4 host really reached: by the system (mapped) or by a translator (NAT64).</summary>
    private static IPAddress? EmbeddedV4(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : null;
    }

    private static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, IPNetwork.Parse);
}
