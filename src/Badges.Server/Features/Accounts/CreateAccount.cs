using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;
using Badges.Server.Web;
using Microsoft.AspNetCore.Identity;

namespace Badges.Server.Features.Accounts;

/// <summary>Makes an account with its password and its first membership.</summary>
public sealed class CreateAccount(
    Database database, OrganizationStore organizations, IPasswordHasher<Account> hasher, TimeProvider time)
{
    public const int ShortestPassword = 12;

    public sealed record Command
    {
        public required string Email { get; init; }
        public required string DisplayName { get; init; }
        public required string Password { get; init; }
        public required string OrganizationSlug { get; init; }
        public required MembershipRole Role { get; init; }
    }

    public async Task<Result<Account, CreateAccountRefusal>> RunAsync(
        Command command, CancellationToken cancellationToken)
    {
        var organization = await organizations.FindAsync(command.OrganizationSlug, cancellationToken);
        if (organization is null)
        {
            return CreateAccountRefusal.OrganizationNotFound;
        }

        if (command.Password.Length < ShortestPassword)
        {
            return CreateAccountRefusal.PasswordTooShort;
        }

        var now = time.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            EmailNormalized = EmailAddress.Normalize(command.Email),
            DisplayName = command.DisplayName,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Locale = "fr",
            CreatedAt = now,
        };
        account.PasswordHash = hasher.HashPassword(account, command.Password);
        var membership = new Membership
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            OrganizationId = organization.Id,
            Role = command.Role,
            FromOn = ParisCalendar.DayOf(now),
        };
        var isNew = await database.WriteAsync(
            session => TryStoreAsync(session, account, membership, cancellationToken), cancellationToken);
        return isNew ? account : CreateAccountRefusal.EmailTaken;
    }

    private static async Task<bool> TryStoreAsync(
        Session session, Account account, Membership membership, CancellationToken cancellationToken)
    {
        if (!await AccountStore.TryInsertAsync(session, account, cancellationToken))
        {
            return false;
        }

        await AccountStore.InsertMembershipAsync(session, membership, cancellationToken);
        await AuditLog.AppendAsync(
            session,
            new AuditEntry
            {
                At = account.CreatedAt,
                ActorKind = "system",
                Action = "account.created",
                SubjectKind = "account",
                SubjectId = account.Id,
                OrganizationId = membership.OrganizationId,
            },
            cancellationToken);
        return true;
    }
}

public enum CreateAccountRefusal
{
    OrganizationNotFound,
    PasswordTooShort,
    EmailTaken,
}
