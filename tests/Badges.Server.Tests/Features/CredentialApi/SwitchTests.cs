using System.Net;
using System.Security.Cryptography.X509Certificates;
using Badges.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Badges.Server.Tests.Features.CredentialApi;

/// <summary>The VC-API is not there unless somebody switches it on.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task Addresses_WithoutTheSetting_AreNotFound()
    {
        await using var app = await TestApp.StartAsync();

        foreach (var path in new[]
        {
            "credentials/issue", "credentials/verify", "presentations/verify", "credentials/status",
            "eddsa-rdfc-2022/credentials/issue",
        })
        {
            using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await app.Client.PostAsync($"/vc-api/{path}", content);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var list = await app.Client.GetAsync("/vc-api/issuers");
        Assert.Equal(HttpStatusCode.NotFound, list.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(app.DataDirectory, "vc-api")));
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(false, null, false)]
    [InlineData(false, "true", true)]
    [InlineData(true, "true", true)]
    [InlineData(true, "false", false)]
    public void Read_Setting_IsOffUnlessSet(bool isDevelopment, string? value, bool expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Badges:PublicUrl"] = "https://badges.test",
            ["Badges:KeyProtectionSecret"] = "a secret for tests, of at least 32 characters",
            ["VcApi:Enabled"] = value,
        }).Build();

        var read = SettingsReader.Read(configuration, isDevelopment, "/content");

        Assert.Equal(expected, read.Options?.IsCredentialApiEnabled);
    }

    [Fact]
    public void DevelopmentCertificate_IsOfThisMachineAlone()
    {
        using var certificate = DevelopmentCertificate.Create(TestApp.Now);

        Assert.True(certificate.MatchesHostname("localhost"));
        Assert.True(certificate.MatchesHostname("127.0.0.1"));
        Assert.False(certificate.MatchesHostname("badges.test"));
        Assert.True(certificate.HasPrivateKey);
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.InRange(certificate.NotAfter - certificate.NotBefore, TimeSpan.FromDays(1), TimeSpan.FromDays(100));
    }
}
