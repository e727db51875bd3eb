namespace Badges.Server.Features.BadgeClasses;

/// <summary>The bytes of a posted file. Uploads stay in memory.</summary>
public static class PostedFile
{
    /// <summary>Null when no file was chosen: browsers then post an empty one without a name.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || (file.Length == 0 && file.FileName.Length == 0))
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
