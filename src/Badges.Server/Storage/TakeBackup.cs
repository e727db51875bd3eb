using System.IO.Compression;
using System.Text.Json;
using Badges.Server.Settings;
using Microsoft.Data.Sqlite;

namespace Badges.Server.Storage;

/// <summary>
/// Writes one file with everything that the installation needs to live again: the database as it is at one instant,
/// while the service goes on, and all other files of the data directory, keys among them.
/// </summary>
public sealed class TakeBackup(Database database, BadgesOptions options, TimeProvider time)
{
    private static readonly string[] NotKept = [StorageSetup.SqliteFileName, "demo"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public async Task<BackupManifest> RunAsync(string file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            throw new IOException($"{target} is there already.");
        }

        var folder = Directory.CreateTempSubdirectory("badges-backup-").FullName;
        try
        {
            var copy = Path.Combine(folder, StorageSetup.SqliteFileName);
            await CopyDatabaseAsync(copy, cancellationToken);
            return await WriteAsync(target, copy, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task CopyDatabaseAsync(string copy, CancellationToken cancellationToken)
    {
        if (database is PostgresDatabase postgres)
        {
            await DatabaseCopy.ToSqliteAsync(postgres, copy, cancellationToken);
            return;
        }

        await using var session = await database.OpenAsync(cancellationToken);
        await using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        ((SqliteConnection)session.Connection).BackupDatabase(target);
    }

    private async Task<BackupManifest> WriteAsync(string target, string copy, CancellationToken cancellationToken)
    {
        var unfinished = $"{target}.{Guid.NewGuid():N}";
        try
        {
            var manifest = await WriteZipAsync(unfinished, target, copy, cancellationToken);
            File.Move(unfinished, target);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> WriteZipAsync(
        string file, string target, string copy, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(CreatePrivate(file), ZipArchiveMode.Create);
        var parts = new List<BackupPart> { await AddAsync(zip, BackupManifest.DatabaseName, copy, cancellationToken) };
        foreach (var kept in ListFiles(target))
        {
            var name = Path.GetRelativePath(options.DataDirectory, kept).Replace('\\', '/');
            parts.Add(await AddAsync(zip, BackupManifest.FilesFolder + name, kept, cancellationToken));
        }

        var manifest = Describe(parts);
        await using var stream = await zip.CreateEntry(BackupManifest.FileName).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(stream, manifest, Json, cancellationToken);
        return manifest;
    }

    private static async Task<BackupPart> AddAsync(
        ZipArchive zip, string name, string source, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(source);
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        return await BackupPart.CopyAsync(name, stream, entry, cancellationToken);
    }

    private BackupManifest Describe(IReadOnlyList<BackupPart> parts) => new()
    {
        Format = BackupManifest.CurrentFormat,
        CreatedAt = time.GetUtcNow(),
        PublicUrl = options.Address(""),
        Engine = EnumText.Of(database.Engine),
        NeedsSecretOfSettings = options.KeyProtectionSecret is not null,
        Parts = parts,
    };

    /// <summary>All files but the database, which was copied, and what a demonstration left.</summary>
    private IEnumerable<string> ListFiles(string target) => Directory.Exists(options.DataDirectory)
        ? Directory.EnumerateFiles(options.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFullPath(file) != target
                && !Array.Exists(NotKept, name =>
                    Path.GetRelativePath(options.DataDirectory, file).StartsWith(name, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
        : [];

    /// <summary>The backup holds keys: its owner alone may read it.</summary>
    private static FileStream CreatePrivate(string file)
    {
        var created = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            created.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, created);
    }
}
