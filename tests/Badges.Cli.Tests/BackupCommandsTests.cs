using System.IO.Compression;
using Badges.Credentials.Verification;
using Badges.Server;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.Verification;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Cli.Tests;

/// <summary>A backup of the running service comes back to life in an empty place, and verifies an old badge.</summary>
public sealed class BackupCommandsTests(AwardedBadge badge) : IClassFixture<AwardedBadge>
{
    [Fact]
    public async Task Restore_IntoAnEmptyPlace_VerifiesAnOldBadge()
    {
        var file = await BackupAsync("whole");
        var place = badge.PathOf("restored");

        var ran = await RestoreAsync(file, place);

        ran.Expect(0);
        var report = await VerifyAtAsync(place, null);
        Assert.Equal((Verdict.Valid, Trust.Known), (report.Verdict, report.Trust));
        Assert.True(File.Exists(Path.Combine(place, "sessions", Path.GetFileName(
            Directory.GetFiles(Path.Combine(badge.App.DataDirectory, "sessions"))[0]))));
    }

    [Fact]
    public async Task Restore_IntoAnEmptyPlace_SignsWithTheSameKeys()
    {
        var place = badge.PathOf("restored-keys");

        (await RestoreAsync(await BackupAsync("keys"), place)).Expect(0);

        Assert.Equal(await KeysOfAsync(badge.App.Services), await KeysAtAsync(place, null));
    }

    [PostgresFact]
    public async Task Restore_OnAnotherEngine_VerifiesAnOldBadge()
    {
        var file = await BackupAsync("engines");
        await using var database = await TestDatabase.CreateOnPostgresAsync(TestDatabase.PostgresServer ?? "");
        var place = badge.PathOf("restored-postgres");

        var ran = await RestoreAsync(file, place, database.ConnectionString);

        ran.Expect(0);
        var report = await VerifyAtAsync(place, database.ConnectionString);
        Assert.Equal((Verdict.Valid, Trust.Known), (report.Verdict, report.Trust));
        Assert.Equal(await KeysOfAsync(badge.App.Services), await KeysAtAsync(place, database.ConnectionString));
        (await RestoreAsync(file, badge.PathOf("second"), database.ConnectionString)).Expect(1);
    }

    [Fact]
    public async Task Restore_WhereSomethingIs_IsRefused()
    {
        var file = await BackupAsync("occupied");
        var place = Directory.CreateDirectory(badge.PathOf("occupied")).FullName;
        await File.WriteAllTextAsync(Path.Combine(place, "note.txt"), "");

        var ran = await RestoreAsync(file, place);

        ran.Expect(1);
        Assert.Contains("must be empty", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BackupManifest.DatabaseName, "not as it was written")]
    [InlineData(BackupManifest.FileName, "not a backup")]
    public async Task Restore_ADamagedPart_IsRefusedAndLeavesNothing(string part, string reason)
    {
        var file = await BackupAsync("damaged-" + Path.GetFileName(part));
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(part);
            Assert.NotNull(entry);
            await using var stream = await entry.OpenAsync();
            stream.Position = stream.Length / 2;
            var value = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)~value);
        }

        var place = badge.PathOf("damaged-place-" + Path.GetFileName(part));
        var ran = await RestoreAsync(file, place);

        ran.Expect(1);
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place));
    }

    [Fact]
    public async Task Restore_NoBackup_IsRefused()
    {
        (await RestoreAsync(badge.Png, badge.PathOf("no-backup"))).Expect(1);
        (await RestoreAsync(badge.PathOf("missing"), badge.PathOf("no-file"))).Expect(1);
    }

    [Fact]
    public async Task Restore_UnderAnotherSecret_SaysThatTheKeysDoNotOpen()
    {
        var file = await BackupAsync("secret");
        var environment = new Dictionary<string, string>(badge.Environment)
        {
            ["Badges__KeyProtectionSecret"] = "another secret, long enough to be taken for one",
        };
        environment.Remove("ConnectionStrings__Badges");

        var ran = await BadgesProcess.RunAsync(
            ["restore", file, "--data", badge.PathOf("other-secret")], null, environment);

        ran.Expect(78);
        Assert.Contains("do not open", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OverAFile_IsRefused()
    {
        var file = await BackupAsync("twice");

        (await RunAsync("backup", file, "--data", badge.App.DataDirectory)).Expect(1);
    }

    private async Task<string> BackupAsync(string name)
    {
        var file = badge.PathOf(name + ".zip");
        var ran = await RunAsync("backup", file, "--data", badge.App.DataDirectory);
        ran.Expect(0);
        Assert.Contains("Badges__KeyProtectionSecret", ran.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        return file;
    }

    private Task<Ran> RunAsync(params string[] arguments) => BadgesProcess.RunAsync(arguments, null, badge.Environment);

    private Task<Ran> RestoreAsync(string file, string place, string? connection = null)
    {
        var environment = new Dictionary<string, string>(badge.Environment);
        environment.Remove("ConnectionStrings__Badges");
        if (connection is not null)
        {
            environment["ConnectionStrings__Badges"] = connection;
        }

        return BadgesProcess.RunAsync(["restore", file, "--data", place], null, environment);
    }

    /// <summary>The old badge, judged by the installation that stands there now.</summary>
    private async Task<VerificationReport> VerifyAtAsync(string place, string? connection)
    {
        await using var services = ServicesAt(place, connection);
        var answer = await services.GetRequiredService<VerifyCredential>().RunAsync(
            new VerificationQuestion { Bytes = await File.ReadAllBytesAsync(badge.Png) }, CancellationToken.None);
        Assert.NotNull(answer.Report);
        return answer.Report;
    }

    private async Task<IReadOnlyList<string>> KeysAtAsync(string place, string? connection)
    {
        await using var services = ServicesAt(place, connection);
        return await KeysOfAsync(services);
    }

    /// <summary>The keys that the structure signs with: they open, one for each purpose.</summary>
    private static async Task<IReadOnlyList<string>> KeysOfAsync(IServiceProvider services)
    {
        var issuer = await services.GetRequiredService<IssuerStore>()
            .FindAsync(TestApp.Structure, CancellationToken.None);
        var keys = await services.GetRequiredService<KeyRing>()
            .FindAsync(issuer?.Id ?? Guid.Empty, CancellationToken.None);
        Assert.NotNull(keys);
        return [keys.Ob3Embedded.Kid, keys.Ob3Jwt.Kid, keys.Ob2.Kid];
    }

    private ServiceProvider ServicesAt(string place, string? connection)
    {
        var options = badge.App.Get<BadgesOptions>() with { DataDirectory = place, PostgresConnection = connection };
        return new ServiceCollection().AddLogging().AddBadges(options)
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(badge.App.Clock)).BuildServiceProvider();
    }
}
