using Badges.Server.Storage;

namespace Badges.Server.Features.Accounts;

/// <summary>Accounts, what they may do, and the keys of programs.</summary>
public sealed class AccountStore(Database database)
{
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
            select id, account_id, organization_id, role, from_on, to_on
            from memberships
            where account_id = @accountId and from_on <= @day and (to_on is null or to_on >= @day)
            order by from_on, id
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

    public async Task<ApiKey?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<ApiKey>(
            """
            select id, organization_id, name, prefix, key_hash, created_at, expires_at, revoked_at
            from api_keys where key_hash = @keyHash
            """,
            new { keyHash },
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
