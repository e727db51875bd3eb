using System.Net;

namespace Badges.Server.Http;

/// <summary>Every address of a name. <c>Dns.GetHostAddressesAsync</c> outside tests.</summary>
public delegate Task<IPAddress[]> NameResolver(string name, CancellationToken cancellationToken);
