using Badges.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Badges.Server.Tests.Settings;

public sealed class SettingsReaderTests
{
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

    private static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
