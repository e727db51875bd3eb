using Badges.Credentials.Keys;
using Badges.Server.Http;

namespace Badges.Server.Settings;

/// <summary>Reads <c>Badges:Registries</c>. A registry that nothing pins would be believed whoever wrote it.</summary>
public static class RegistrySettings
{
    private const int Sha256Digits = 64;

    /// <summary>What is wrong, or null.</summary>
    public static SettingsRead? Read(
        IConfigurationSection section, bool allowLoopback, out IReadOnlyList<RegistrySource> registries)
    {
        var read = new List<RegistrySource>();
        registries = read;
        foreach (var child in section.GetSection("Registries").GetChildren())
        {
            var setting = $"{BadgesOptions.Section}:Registries:{child.Key}";
            var (url, key, digest) = (child["Url"], child["PublicKey"], child["Sha256"]);
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
                || !FetchableAddress.Allows(address, allowLoopback) || address.Fragment.Length > 0
                || read.Exists(other => other.Url == address))
            {
                return SettingsRead.Missing($"{setting}:Url", "the https address of a registry, each one once");
            }

            if (key is null == digest is null)
            {
                return SettingsRead.Missing($"{setting}:PublicKey",
                    "the Multikey (z6Mk…) that the registry is signed with, or, in its place and for one that is not "
                    + $"signed, {setting}:Sha256, the SHA-256 of its document: one of the two");
            }

            if (key is not null && !IsKey(key))
            {
                return SettingsRead.Missing($"{setting}:PublicKey", "a public key as a Multikey, such as z6Mk…");
            }

            if (digest is not null && !(digest.Length == Sha256Digits && digest.All(char.IsAsciiHexDigit)))
            {
                return SettingsRead.Missing($"{setting}:Sha256", "64 hexadecimal digits");
            }

            read.Add(new RegistrySource
            {
                Name = child["Name"] is { Length: > 0 } name ? name : address.Host,
                Url = address,
                PublicKey = key,
                Sha256 = digest,
            });
        }

        return null;
    }

    private static bool IsKey(string multikey)
    {
        using var key = PublicKey.TryReadMultikey(multikey);
        return key is not null;
    }
}
