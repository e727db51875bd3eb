using Badges.Server.Storage;

namespace Badges.Server.Features.StatusLists;

/// <summary>Lists of bits and who holds which position. A bit that is set is never cleared.</summary>
public sealed class StatusListStore(Database database)
{
    public async Task<StatusList?> FindAsync(string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<StatusList>(
            """
            select id, public_id, issuer_id, purpose, number, length, generation, published_text, published_jwt,
                published_at
            from status_lists where public_id = @publicId
            """,
            new { publicId },
            cancellationToken);
    }

    /// <summary>The list that new awards of this issuer are put into.</summary>
    public async Task<StatusList?> FindNewestAsync(
        Guid issuerId, string purpose, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<StatusList>(
            """
            select id, public_id, issuer_id, purpose, number, length, generation, published_text, published_jwt,
                published_at
            from status_lists where issuer_id = @issuerId and purpose = @purpose order by number desc limit 1
            """,
            new { issuerId, purpose },
            cancellationToken);
    }

    /// <summary>Stores the list; does nothing when another process began the same number first.</summary>
    public Task InsertAsync(StatusList list, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                insert into status_lists (id, public_id, issuer_id, purpose, number, length, generation)
                values (@Id, @PublicId, @IssuerId, @Purpose, @Number, @Length, @Generation)
                on conflict (issuer_id, purpose, number) do nothing
                """,
                list,
                cancellationToken),
            cancellationToken);

    public async Task<bool> IsFreeAsync(Guid listId, int position, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.ScalarAsync<long>(
            "select count(*) from status_entries where list_id = @listId and position = @position",
            new { listId, position },
            cancellationToken) == 0;
    }

    /// <summary>Gives the position to the award; false when another award has just taken it.</summary>
    public static async Task<bool> TryTakeAsync(
        Session session, StatusPosition position, Guid awardId, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into status_entries (list_id, position, award_id, value) values (@ListId, @Position, @awardId, 0)
            on conflict (list_id, position) do nothing
            """,
            new { position.ListId, position.Position, awardId },
            cancellationToken);
        return rows == 1;
    }

    /// <summary>Sets the award's bit, and has its list signed again before it is next published.</summary>
    public static async Task SetAsync(
        Session session, Guid awardId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "update status_entries set value = 1, changed_at = @now where award_id = @awardId and value = 0",
            new { awardId, now },
            cancellationToken);
        await session.ExecuteAsync(
            """
            update status_lists set generation = generation + 1, published_text = null, published_jwt = null
            where id in (select list_id from status_entries where award_id = @awardId)
            """,
            new { awardId },
            cancellationToken);
    }

    /// <summary>Has every list of the issuer signed again: its key was replaced.</summary>
    public static Task UnpublishAsync(Session session, Guid issuerId, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update status_lists set generation = generation + 1, published_text = null, published_jwt = null
            where issuer_id = @issuerId
            """,
            new { issuerId },
            cancellationToken);

    public async Task<IReadOnlyList<int>> ListSetAsync(Guid listId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<int>(
            "select position from status_entries where list_id = @listId and value = 1",
            new { listId },
            cancellationToken);
    }

    /// <summary>
    /// Keeps the signed list; false when a bit has changed since the generation that it was made from.
    /// </summary>
    public async Task<bool> TryPublishAsync(
        StatusList list, SignedStatusList signed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                update status_lists
                set published_text = @Embedded, published_jwt = @Jwt, published_at = @now
                where id = @Id and generation = @Generation
                """,
                new { list.Id, list.Generation, signed.Embedded, signed.Jwt, now },
                cancellationToken),
            cancellationToken);
        return rows == 1;
    }
}
