using System.IO.Compression;
using System.Text.Json;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Storage;

/// <summary>
/// Brings an installation back from a backup, of either engine and into either. Every part is checked before anything
/// is put in place, and a place that holds something already is refused.
/// </summary>
public sealed class RestoreBackup(Database database, BadgesOptions options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
    };

    public async Task<Result<BackupManifest, RestoreRefusal>> RunAsync(
        string file, CancellationToken cancellationToken)
    {
        if (!await IsEmptyAsync(cancellationToken))
        {
            return RestoreRefusal.TargetNotEmpty;
        }

        Directory.CreateDirectory(options.DataDirectory);
        var folder = Path.Combine(options.DataDirectory, $"restoring-{Guid.NewGuid():N}");
        try
        {
            var unpacked = await UnpackAsync(file, folder, cancellationToken);
            if (unpacked.Refusal is not null)
            {
                return unpacked;
            }

            var copy = Path.Combine(folder, BackupManifest.DatabaseName);
            if (await JudgeAsync(copy, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await PutDatabaseAsync(copy, cancellationToken);
            PutFiles(Path.Combine(folder, BackupManifest.FilesFolder));
            return unpacked;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(options.DataDirectory)
            && Directory.EnumerateFileSystemEntries(options.DataDirectory).Any())
        {
            return false;
        }

        return database is not PostgresDatabase postgres
            || await DatabaseCopy.IsEmptyAsync(postgres, cancellationToken);
    }

    private static async Task<Result<BackupManifest, RestoreRefusal>> UnpackAsync(
        string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
            if (await ReadManifestAsync(zip, cancellationToken) is not { } manifest)
            {
                return RestoreRefusal.NotABackup;
            }

            foreach (var part in manifest.Parts)
            {
                var target = Path.GetFullPath(Path.Combine(folder, part.Name));
                if (zip.GetEntry(part.Name) is not { } entry
                    || !target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    return RestoreRefusal.PartMissing;
                }

                CreatePrivateFolder(Path.GetDirectoryName(target) ?? folder);
                await using var source = await entry.OpenAsync(cancellationToken);
                await using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
                if (await BackupPart.CopyAsync(part.Name, source, copy, cancellationToken) != part)
                {
                    return RestoreRefusal.PartDiffers;
                }
            }

            return manifest;
        }
        catch (InvalidDataException)
        {
            return RestoreRefusal.NotABackup;
        }
    }

    private static async Task<BackupManifest?> ReadManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(BackupManifest.FileName) is not { } entry)
        {
            return null;
        }

        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, cancellationToken);
            return manifest is { Format: BackupManifest.CurrentFormat }
                && manifest.Parts.Any(part => part.Name == BackupManifest.DatabaseName)
                    ? manifest
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the copy is whole and the journal unbroken; then it is brought to the newest schema.</summary>
    private static async Task<RestoreRefusal?> JudgeAsync(string copy, CancellationToken cancellationToken)
    {
        await using var restored = new SqliteDatabase(copy);
        try
        {
            await using (var session = await restored.OpenAsync(cancellationToken))
            {
                var integrity = await session.QueryAsync<string>("pragma integrity_check", null, cancellationToken);
                var orphans = await session.QueryAsync<object>("pragma foreign_key_check", null, cancellationToken);
                if (integrity is not ["ok"] || orphans.Count > 0)
                {
                    return RestoreRefusal.DatabaseDamaged;
                }

                if (await AuditLog.FindBreakAsync(session, cancellationToken) is not null)
                {
                    return RestoreRefusal.JournalBroken;
                }
            }

            restored.Migrate();
            return null;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return RestoreRefusal.DatabaseDamaged;
        }
    }

    private async Task PutDatabaseAsync(string copy, CancellationToken cancellationToken)
    {
        if (database is PostgresDatabase postgres)
        {
            await DatabaseCopy.ToPostgresAsync(copy, postgres, cancellationToken);
        }
        else
        {
            File.Move(copy, Path.Combine(options.DataDirectory, StorageSetup.SqliteFileName));
        }
    }

    private void PutFiles(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(options.DataDirectory, Path.GetRelativePath(folder, file));
            CreatePrivateFolder(Path.GetDirectoryName(target) ?? options.DataDirectory);
            File.Move(file, target);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    private static void CreatePrivateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

/// <summary>Why a backup is not restored.</summary>
public enum RestoreRefusal
{
    TargetNotEmpty,
    NotABackup,
    PartMissing,
    PartDiffers,
    DatabaseDamaged,
    JournalBroken,
}
