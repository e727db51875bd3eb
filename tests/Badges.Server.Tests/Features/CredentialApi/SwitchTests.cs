using System.Net;
using System.Security.Cryptography.X509Certificates;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
    public async Task Https_InDevelopmentWithTheSetting_NeedsNoCertificateOfOnesOwn()
    {
        var folder = Directory.CreateTempSubdirectory("badges-test-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            ContentRootPath = Repository.PathOf("src/Badges.Server"),
            ApplicationName = typeof(BadgesServer).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var options = new BadgesOptions
        {
            PublicUrl = new Uri("https://localhost"),
            DataDirectory = folder.FullName,
            IsCredentialApiEnabled = true,
        };
        await using (var app = BadgesServer.Build(builder, options))
        {
            app.Services.GetRequiredService<Database>().Migrate();
            await app.StartAsync();
            X509Certificate2? shown = null;
            using var client = new HttpClient(new SocketsHttpHandler
            {
                SslOptions = new()
                {
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    {
                        shown = certificate is null ? null : new X509Certificate2(certificate);
                        return shown?.Subject == "CN=localhost";
                    },
                },
            });

            var list = await client.GetStringAsync($"{app.Urls.Single()}/vc-api/issuers");

            Assert.Contains("did:key:z6Mk", list, StringComparison.Ordinal);
            Assert.True(shown?.MatchesHostname("localhost"));
            shown?.Dispose();
            await app.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Create_DevelopmentCertificate_IsOfThisMachineAlone()
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
