using System.Security.Cryptography;

namespace Badges.Server.Storage;

/// <summary>What a backup holds, and the hash of each part.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const string CurrentFormat = "badges-backup/1";
    public const string DatabaseName = "database/badges.db";
    public const string FilesFolder = "data/";

    public required string Format { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string PublicUrl { get; init; }

    /// <summary>The engine that it was taken from; it can be restored into either.</summary>
    public required string Engine { get; init; }

    /// <summary>
    /// The secret that protects the private keys is a setting, and so not in the backup: without it the keys cannot be
    /// opened again.
    /// </summary>
    public required bool NeedsSecretOfSettings { get; init; }

    public required IReadOnlyList<BackupPart> Parts { get; init; }
}

/// <summary>One file of a backup.</summary>
public sealed record BackupPart(string Name, long Length, string Sha256)
{
    /// <summary>Reads the part once, to the target and into its hash.</summary>
    public static async Task<BackupPart> CopyAsync(
        string name, Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var length = 0L;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
        }

        return new BackupPart(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
