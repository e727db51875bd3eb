using Badges.Server.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Server.Tests.Secrets;

/// <summary>The keys of sessions lie encrypted in the data directory, and the next start still reads them.</summary>
public sealed class SessionKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("badges-sessions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Protect_KeyOnDisk_HasNoValueInClear()
    {
        await using var services = Start("a secret for tests, of at least 32 characters");

        _ = ProtectorOf(services).Protect("session");

        var files = Directory.GetFiles(Path.Combine(_folder, "sessions"));
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch("masterKey|<value>", File.ReadAllText(file)));
    }

    [Fact]
    public async Task Unprotect_AfterARestart_GivesTheSessionBack()
    {
        string session;
        await using (var before = Start("a secret for tests, of at least 32 characters"))
        {
            session = ProtectorOf(before).Protect("session");
        }

        await using var after = Start("a secret for tests, of at least 32 characters");

        Assert.Equal("session", ProtectorOf(after).Unprotect(session));
    }

    [Fact]
    public async Task Unprotect_UnderAnotherSecret_IsRefused()
    {
        string session;
        await using (var before = Start("a secret for tests, of at least 32 characters"))
        {
            session = ProtectorOf(before).Protect("session");
        }

        await using var after = Start("another secret of at least 32 characters!");

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(
            () => ProtectorOf(after).Unprotect(session));
    }

    private static IDataProtector ProtectorOf(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("session");

    private ServiceProvider Start(string secret) => new ServiceCollection()
        .AddLogging()
        .AddBadges(new BadgesOptions
        {
            PublicUrl = new Uri("https://badges.test"),
            DataDirectory = _folder,
            KeyProtectionSecret = secret,
        })
        .BuildServiceProvider();
}
