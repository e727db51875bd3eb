using System.Security.Cryptography;
using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Reads and writes badges' pictures. The same picture is kept once.</summary>
public sealed class ImageStore(Database database)
{
    public async Task<BadgePicture?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await FindAsync(session, id, cancellationToken);
    }

    public static Task<BadgePicture?> FindAsync(Session session, Guid id, CancellationToken cancellationToken) =>
        session.FindAsync<BadgePicture>(
            """
            select id, bytes as png, svg, width, height, recipe, drawing_sha256
            from images where id = @id and svg is not null
            """,
            new { id },
            cancellationToken);

    /// <summary>Stores the picture; answers its id, or that of the equal one that was there.</summary>
    public static async Task<Guid> InsertAsync(
        Session session, BadgePicture picture, CancellationToken cancellationToken)
    {
        var sha256 = Sha256(picture);
        await session.ExecuteAsync(
            """
            insert into images (id, sha256, media_type, bytes, svg, width, height, recipe, drawing_sha256)
            values (@Id, @sha256, 'image/png', @Png, @Svg, @Width, @Height, @Recipe, @DrawingSha256)
            on conflict (sha256) do nothing
            """,
            new
            {
                picture.Id,
                sha256,
                picture.Png,
                picture.Svg,
                picture.Width,
                picture.Height,
                picture.Recipe,
                picture.DrawingSha256,
            },
            cancellationToken);
        return await session.ScalarAsync<Guid>(
            "select id from images where sha256 = @sha256", new { sha256 }, cancellationToken);
    }

    /// <summary>Of both forms together: two pictures are the same one only when both forms are.</summary>
    private static string Sha256(BadgePicture picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(picture.Png);
        hash.AppendData(picture.Svg);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
