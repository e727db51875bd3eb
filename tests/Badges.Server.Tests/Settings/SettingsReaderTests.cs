using Badges.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Badges.Server.Tests.Settings;

public sealed class SettingsReaderTests
{
    private const string Multikey = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    private const string Digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Secret = "a secret for tests, of at least 32 characters";

    [Fact]
    public void Read_DevelopmentWithoutAnySetting_Starts()
    {
        var read = SettingsReader.Read(Configuration([]), isDevelopment: true, "/content");

        Assert.Equal("http://localhost:5080/", read.Options?.PublicUrl.ToString());
        Assert.Equal("/content/data", read.Options?.DataDirectory);
        Assert.True(read.Options?.AllowLoopback);
    }

    [Theory]
    [InlineData(null, Secret, "Badges:PublicUrl")]
    [InlineData("http://badges.test", Secret, "Badges:PublicUrl")]
    [InlineData("https://badges.test/path", Secret, "Badges:PublicUrl")]
    [InlineData("badges.test", Secret, "Badges:PublicUrl")]
    [InlineData("https://badges.test", null, "Badges:KeyProtectionSecret")]
    [InlineData("https://badges.test", "short", "Badges:KeyProtectionSecret")]
    public void Read_ProductionWithAnUnsafeSetting_SaysWhichAndHow(string? url, string? secret, string setting)
    {
        var read = SettingsReader.Read(
            Configuration(new() { ["Badges:PublicUrl"] = url, ["Badges:KeyProtectionSecret"] = secret }),
            isDevelopment: false,
            "/content");

        Assert.Null(read.Options);
        Assert.Contains(setting, read.Fault, StringComparison.Ordinal);
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProductionWithHttpsAndSecret_StartsWithoutLoopback()
    {
        var read = SettingsReader.Read(
            Configuration(new() { ["Badges:PublicUrl"] = "https://badges.test", ["Badges:KeyProtectionSecret"] = Secret }),
            isDevelopment: false,
            "/content");

        Assert.Equal("https://badges.test/credentials/x", read.Options?.Address("/credentials/x"));
        Assert.False(read.Options?.AllowLoopback);
    }

    [Theory]
    [InlineData("https://voisin.example/registry.json", null, null, ":PublicKey")]
    [InlineData("https://voisin.example/registry.json", Multikey, Digest, ":PublicKey")]
    [InlineData("https://voisin.example/registry.json", "z6Mknothing", null, ":PublicKey")]
    [InlineData("https://voisin.example/registry.json", null, "abc", ":Sha256")]
    [InlineData("http://voisin.example/registry.json", Multikey, null, ":Url")]
    [InlineData("https://10.0.0.1/registry.json", Multikey, null, ":Url")]
    [InlineData(null, Multikey, null, ":Url")]
    public void Read_RegistryThatNothingPins_SaysWhatIsMissing(string? url, string? key, string? digest, string setting)
    {
        var read = ReadRegistry(url, key, digest);

        Assert.Null(read.Options);
        Assert.Contains($"Badges:Registries:0{setting}", read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Multikey, null)]
    [InlineData(null, Digest)]
    public void Read_RegistryThatIsPinned_IsKept(string? key, string? digest)
    {
        var registry = Assert.Single(
            ReadRegistry("https://voisin.example/registry.json", key, digest).Options?.Registries ?? []);

        Assert.Equal("voisin.example", registry.Name);
        Assert.Equal(key, registry.PublicKey);
        Assert.Equal(digest, registry.Sha256);
    }

    [Fact]
    public void Read_TrustedProxies_AreAddressesAndNetworks()
    {
        var read = SettingsReader.Read(
            Configuration(new()
            {
                ["Badges:TrustedProxies:0"] = "10.0.0.7",
                ["Badges:TrustedProxies:1"] = "192.168.0.0/16",
                ["Badges:TrustedProxies:2"] = "fd00::1",
            }),
            isDevelopment: true,
            "/content");

        Assert.Equal(
            ["10.0.0.7/32", "192.168.0.0/16", "fd00::1/128"],
            read.Options?.TrustedProxies.Select(proxy => proxy.ToString()));
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.7/33")]
    public void Read_TrustedProxyThatIsNoAddress_SaysSo(string proxy)
    {
        var read = SettingsReader.Read(
            Configuration(new() { ["Badges:TrustedProxies:0"] = proxy }), isDevelopment: true, "/content");

        Assert.Contains("Badges:TrustedProxies", read.Fault, StringComparison.Ordinal);
    }

    private static SettingsRead ReadRegistry(string? url, string? key, string? digest) => SettingsReader.Read(
        Configuration(new()
        {
            ["Badges:PublicUrl"] = "https://badges.test",
            ["Badges:KeyProtectionSecret"] = Secret,
            ["Badges:Registries:0:Url"] = url,
            ["Badges:Registries:0:PublicKey"] = key,
            ["Badges:Registries:0:Sha256"] = digest,
        }),
        isDevelopment: false,
        "/content");

    private static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
