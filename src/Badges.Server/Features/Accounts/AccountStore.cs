using Badges.Server.Storage;

namespace Badges.Server.Features.Accounts;

/// <summary>Accounts, what they may do, and the keys of programs.</summary>
public sealed class AccountStore(Database database, TimeProvider time)
{
    private const long MostBytesKept = 1024 * 1024;

    private readonly Kept<(string KeyHash, DateOnly Day), ApiKey> _keys =
        new(database, time, MostBytesKept, static key => 2 * (key.KeyHash.Length + key.Name.Length));

    public async Task<Account?> FindByEmailAsync(string emailNormalized, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Account>(
            """
            select id, email_normalized, display_name, password_hash, security_stamp, locale, failed_count,
                locked_until, created_at, disabled_at
            from accounts where email_normalized = @emailNormalized
            """,
            new { emailNormalized },
            cancellationToken);
    }

    public async Task<Account?> FindByIdAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Account>(
            """
            select id, email_normalized, display_name, password_hash, security_stamp, locale, failed_count,
                locked_until, created_at, disabled_at
            from accounts where id = @id
            """,
            new { id },
            cancellationToken);
    }

    /// <summary>The memberships that hold on this day in structures that are not closed.</summary>
    public async Task<IReadOnlyList<Membership>> ListMembershipsAsync(
        Guid accountId, DateOnly day, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<Membership>(
            """
            select m.id, m.account_id, m.organization_id, m.role, m.from_on, m.to_on
            from memberships m join organizations o on o.id = m.organization_id
            where m.account_id = @accountId and m.from_on <= @day and (m.to_on is null or m.to_on >= @day)
                and (o.closed_on is null or o.closed_on > @day)
            order by m.from_on, m.id
            """,
            new { accountId, day },
            cancellationToken);
    }

    public static async Task<bool> TryInsertAsync(
        Session session, Account account, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into accounts (id, email_normalized, display_name, password_hash, security_stamp, locale,
                failed_count, locked_until, created_at, disabled_at)
            values (@Id, @EmailNormalized, @DisplayName, @PasswordHash, @SecurityStamp, @Locale,
                @FailedCount, @LockedUntil, @CreatedAt, @DisabledAt)
            on conflict (email_normalized) do nothing
            """,
            account,
            cancellationToken);
        return rows == 1;
    }

    /// <summary>One more wrong password; how many that makes, whoever else tries at this moment.</summary>
    public Task<int> CountFailureAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ScalarAsync<int>(
                "update accounts set failed_count = failed_count + 1 where id = @id returning failed_count",
                new { id },
                cancellationToken),
            cancellationToken);

    public Task ForgetFailuresAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "update accounts set failed_count = 0 where id = @id", new { id }, cancellationToken),
            cancellationToken);

    public Task LockAsync(Guid id, DateTimeOffset? until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "update accounts set locked_until = @until where id = @id", new { id, until }, cancellationToken),
            cancellationToken);

    /// <summary>Changes the password; false when somebody changed it since the account was read.</summary>
    public async Task<bool> TryChangePasswordAsync(
        Account account, string formerStamp, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                update accounts set password_hash = @PasswordHash, security_stamp = @SecurityStamp
                where id = @Id and security_stamp = @formerStamp
                """,
                new { account.Id, account.PasswordHash, account.SecurityStamp, formerStamp },
                cancellationToken),
            cancellationToken);
        return rows == 1;
    }

    public static Task InsertMembershipAsync(
        Session session, Membership membership, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into memberships (id, account_id, organization_id, role, from_on, to_on)
            values (@Id, @AccountId, @OrganizationId, @role, @FromOn, @ToOn)
            """,
            new
            {
                membership.Id,
                membership.AccountId,
                membership.OrganizationId,
                role = EnumText.Of(membership.Role),
                membership.FromOn,
                membership.ToOn,
            },
            cancellationToken);

    /// <summary>The key, unless its structure is closed on this day.</summary>
    public ValueTask<ApiKey?> FindApiKeyAsync(string keyHash, DateOnly day, CancellationToken cancellationToken) =>
        _keys.GetAsync(
            (keyHash, day), static (find, token) => find.Store.ReadApiKeyAsync(find.KeyHash, find.Day, token),
            (Store: this, KeyHash: keyHash, Day: day), cancellationToken);

    private async Task<ApiKey?> ReadApiKeyAsync(string keyHash, DateOnly day, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<ApiKey>(
            """
            select k.id, k.organization_id, k.name, k.prefix, k.key_hash, k.created_at, k.expires_at, k.revoked_at
            from api_keys k left join organizations o on o.id = k.organization_id
            where k.key_hash = @keyHash and (o.closed_on is null or o.closed_on > @day)
            """,
            new { keyHash, day },
            cancellationToken);
    }

    public static Task InsertApiKeyAsync(Session session, ApiKey key, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into api_keys (id, organization_id, name, prefix, key_hash, scopes, created_at, expires_at,
                revoked_at)
            values (@Id, @OrganizationId, @Name, @Prefix, @KeyHash, '', @CreatedAt, @ExpiresAt, @RevokedAt)
            """,
            key,
            cancellationToken);
}
