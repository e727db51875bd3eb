using System.Net;

namespace Badges.Server.Settings;

/// <summary>Reads and judges the settings; a production start with an unsafe one says what to set, and how.</summary>
public static class SettingsReader
{
    public static SettingsRead Read(IConfiguration configuration, bool isDevelopment, string contentRoot)
    {
        var section = configuration.GetSection(BadgesOptions.Section);
        var publicUrl = section["PublicUrl"] ?? (isDevelopment ? "http://localhost:5080" : null);
        if (publicUrl is null)
        {
            return SettingsRead.Missing("Badges:PublicUrl",
                "the address under which the public reaches this service, such as https://badges.example.org");
        }

        if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) || address.AbsolutePath != "/"
            || address.Scheme is not ("http" or "https") || address.Query.Length > 0)
        {
            return SettingsRead.Missing("Badges:PublicUrl", "scheme and host only, without a path");
        }

        var secret = section["KeyProtectionSecret"];
        if (!isDevelopment && address.Scheme != Uri.UriSchemeHttps)
        {
            return SettingsRead.Missing("Badges:PublicUrl", "an https address: badges are checked by others over it");
        }

        if (!isDevelopment && (secret is null || secret.Length < 32))
        {
            return SettingsRead.Missing("Badges:KeyProtectionSecret",
                "at least 32 random characters; make them with: openssl rand -base64 48");
        }

        if (ReadProxies(section) is not { } proxies)
        {
            return SettingsRead.Missing("Badges:TrustedProxies",
                "a list of IP addresses or networks, such as 10.0.0.7 or 10.0.0.0/24, the first at index 0");
        }

        var allowLoopback = section.GetValue("AllowLoopback", isDevelopment);
        if (RegistrySettings.Read(section, allowLoopback, out var registries) is { } registryFault)
        {
            return registryFault;
        }

        return new SettingsRead
        {
            Options = new BadgesOptions
            {
                PublicUrl = address,
                DataDirectory = Path.GetFullPath(section["DataDirectory"] ?? "data", contentRoot),
                FormerPublicUrls = [.. section.GetSection("FormerPublicUrls").GetChildren()
                    .Select(child => child.Value).OfType<string>().Select(value => new Uri(value))],
                AllowLoopback = allowLoopback,
                KeyProtectionSecret = secret,
                TrustedProxies = proxies,
                Registries = registries,
                PostgresConnection = configuration.GetConnectionString("Badges"),
                IsCredentialApiEnabled = configuration.GetValue("VcApi:Enabled", false),
            },
        };
    }

    /// <summary>The networks named, one address being a network of its own; null when one cannot be read.</summary>
    private static List<IPNetwork>? ReadProxies(IConfigurationSection section)
    {
        var proxies = new List<IPNetwork>();
        var setting = section.GetSection("TrustedProxies");
        foreach (var value in setting.GetChildren().Select(child => child.Value).Append(setting.Value).OfType<string>())
        {
            if (IPAddress.TryParse(value, out var address))
            {
                proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(value, out var network))
            {
                proxies.Add(network);
            }
            else
            {
                return null;
            }
        }

        return proxies;
    }
}

/// <summary>The settings, or one sentence that says which is missing and how to set it.</summary>
public sealed record SettingsRead
{
    public BadgesOptions? Options { get; init; }
    public string? Fault { get; init; }

    public static SettingsRead Missing(string setting, string wanted) => new()
    {
        Fault = $"The setting {setting} is missing or wrong. It wants {wanted}. "
            + $"Set it as the environment variable {setting.Replace(":", "__", StringComparison.Ordinal)} "
            + "or in appsettings.json.",
    };
}
