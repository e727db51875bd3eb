using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>The BadgeClass documents, one per version and structure.</summary>
public sealed class IssuerBadgeStore(Database database)
{
    public async Task<IssuerBadge?> FindAsync(string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<IssuerBadge>(
            """
            select id, public_id, version_id, issuer_id, published_text from issuer_badges where public_id = @publicId
            """,
            new { publicId },
            cancellationToken);
    }

    public async Task<IssuerBadge?> FindAsync(Guid versionId, Guid issuerId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<IssuerBadge>(
            """
            select id, public_id, version_id, issuer_id, published_text
            from issuer_badges where version_id = @versionId and issuer_id = @issuerId
            """,
            new { versionId, issuerId },
            cancellationToken);
    }

    /// <summary>Stores the document; does nothing when another request was first.</summary>
    public Task InsertAsync(IssuerBadge badge, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into issuer_badges (id, public_id, version_id, issuer_id, published_text)
                values (@Id, @PublicId, @VersionId, @IssuerId, @PublishedText)
                on conflict (version_id, issuer_id) do nothing
                """,
                badge,
                cancellationToken),
            cancellationToken);
}
