using System.Net;

namespace Badges.Server.Settings;

/// <summary>What the installation is told: the section <c>Badges</c> of the configuration.</summary>
public sealed record BadgesOptions
{
    public const string Section = "Badges";

    /// <summary>Scheme, host and port of every public address, without a path.</summary>
    public required Uri PublicUrl { get; init; }

    public required string DataDirectory { get; init; }

    /// <summary>Addresses that this installation had before, whose documents it still answers for.</summary>
    public IReadOnlyList<Uri> FormerPublicUrls { get; init; } = [];

    /// <summary>May documents be fetched from this machine itself? Never in production.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>What the key that protects the private keys is derived from; absent only in Development.</summary>
    public string? KeyProtectionSecret { get; init; }

    /// <summary>PostgreSQL's connection string; absent, SQLite stands in the data directory.</summary>
    public string? PostgresConnection { get; init; }

    /// <summary>The reverse proxies whose word on a client's address is taken; by default none's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Registries of other networks whose issuers count as known, those that are believed most first.</summary>
    public IReadOnlyList<RegistrySource> Registries { get; init; } = [];

    /// <summary>Whether anybody may issue and verify credentials of any kind at <c>/vc-api</c>: for interoperability
    /// suites, with keys of its own (<c>VcApi:Enabled</c>).</summary>
    public bool IsCredentialApiEnabled { get; init; }

    /// <summary>Does the public come over https, whatever the proxy in front of us speaks to us?</summary>
    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Host and port as they stand in addresses and, with <c>:</c> written <c>%3A</c>, in a did:web.</summary>
    public string Host => PublicUrl.Authority;

    public string Address(string path) => PublicUrl.GetLeftPart(UriPartial.Authority) + path;
}
