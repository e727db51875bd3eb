using System.Security.Cryptography.X509Certificates;

namespace Badges.Server.Http;

public sealed record GuardedHttpOptions
{
    /// <summary>Lets an address that is written as loopback be fetched, by http too. Development and tests.</summary>
    public required bool AllowLoopback { get; init; }

    /// <summary>Who vouches for certificates; null: whom the machine trusts. No setting reaches it.</summary>
    public X509Certificate2Collection? Roots { get; init; }
}
