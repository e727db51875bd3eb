using Badges.Server.Storage;

namespace Badges.Server.Features.SigningKeys;

/// <summary>The issuers' keys. Rows are never deleted.</summary>
public sealed class SigningKeyStore(Database database)
{
    /// <summary>Every key of an issuer for Open Badges 3.0, whatever it signs, the oldest first.</summary>
    public async Task<IReadOnlyList<SigningKey>> ListOb3Async(Guid issuerId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<SigningKey>(
            """
            select id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped, wrapping_key_id, created_at,
                retired_at, compromised_since
            from signing_keys where issuer_id = @issuerId and purpose in ('ob3-embedded', 'ob3-jwt')
            order by created_at, purpose, id
            """,
            new { issuerId },
            cancellationToken);
    }

    /// <summary>Every key of an issuer for one purpose, the oldest first.</summary>
    public async Task<IReadOnlyList<SigningKey>> ListAsync(
        Guid issuerId, string purpose, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<SigningKey>(
            """
            select id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped, wrapping_key_id, created_at,
                retired_at, compromised_since
            from signing_keys where issuer_id = @issuerId and purpose = @purpose order by created_at, id
            """,
            new { issuerId, purpose },
            cancellationToken);
    }

    /// <summary>The keys that an issuer signs with now, one for each purpose.</summary>
    public async Task<IReadOnlyList<SigningKey>> ListCurrentAsync(
        Guid issuerId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<SigningKey>(
            """
            select id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped, wrapping_key_id, created_at,
                retired_at, compromised_since
            from signing_keys
            where issuer_id = @issuerId and retired_at is null and compromised_since is null
            order by created_at, id
            """,
            new { issuerId },
            cancellationToken);
    }

    public async Task<SigningKey?> FindAsync(
        Guid issuerId, string purpose, string kid, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<SigningKey>(
            """
            select id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped, wrapping_key_id, created_at,
                retired_at, compromised_since
            from signing_keys where kid = @kid and issuer_id = @issuerId and purpose = @purpose
            """,
            new { kid, issuerId, purpose },
            cancellationToken);
    }

    public static Task InsertAsync(Session session, SigningKey key, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into signing_keys (id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped,
                wrapping_key_id, created_at, retired_at, compromised_since)
            values (@Id, @IssuerId, @Kid, @Algorithm, @Purpose, @PublicJwk, @PrivateWrapped,
                @WrappingKeyId, @CreatedAt, @RetiredAt, @CompromisedSince)
            """,
            key,
            cancellationToken);

    /// <summary>Stores a key; false when its issuer has a current one for the purpose: another process was faster.
    /// </summary>
    public static async Task<bool> TryInsertAsync(Session session, SigningKey key, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into signing_keys (id, issuer_id, kid, algorithm, purpose, public_jwk, private_wrapped,
                wrapping_key_id, created_at)
            values (@Id, @IssuerId, @Kid, @Algorithm, @Purpose, @PublicJwk, @PrivateWrapped, @WrappingKeyId, @CreatedAt)
            on conflict do nothing
            """,
            key,
            cancellationToken);
        return rows == 1;
    }

    /// <summary>Ends the use of an issuer's current key for one purpose; it stays published.</summary>
    public static Task RetireAsync(
        Session session, Guid issuerId, string purpose, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update signing_keys set retired_at = @now
            where issuer_id = @issuerId and purpose = @purpose and retired_at is null
            """,
            new { issuerId, purpose, now },
            cancellationToken);

    /// <summary>Takes out of use and out of publication every key that still signed at that instant or later.</summary>
    public static Task MarkCompromisedAsync(
        Session session, Guid issuerId, DateTimeOffset since, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update signing_keys set compromised_since = @since, retired_at = coalesce(retired_at, @now)
            where issuer_id = @issuerId and compromised_since is null and (retired_at is null or retired_at > @since)
            """,
            new { issuerId, since, now },
            cancellationToken);
}
