using Badges.Server.Storage;

namespace Badges.Server.Features.Recipients;

/// <summary>People, always read through the structure that asks.</summary>
public sealed class RecipientStore(Database database)
{
    private const int MostShown = 300;

    /// <summary>Who is meant by this input, as far as this structure knows.</summary>
    public async Task<RecipientMatch> MatchAsync(
        Guid organizationId, RecipientInput input, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await MatchAsync(session, organizationId, input, cancellationToken);
    }

    public static async Task<RecipientMatch> MatchAsync(
        Session session, Guid organizationId, RecipientInput input, CancellationToken cancellationToken)
    {
        var byId = input.Id is { } id
            ? await FindAsync(session, organizationId, id, cancellationToken)
            : null;
        var byReference = input.Reference is { } reference
            ? await FindByReferenceAsync(session, organizationId, reference, cancellationToken)
            : null;
        var byEmail = input.Email is { } email
            ? await ListByEmailAsync(session, organizationId, email, cancellationToken)
            : [];
        return RecipientMatch.Choose(input, byId, byReference, byEmail);
    }

    /// <summary>The structure's people, by name: to choose from.</summary>
    public async Task<IReadOnlyList<Recipient>> ListAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<Recipient>(
            """
            select recipients.id, recipients.given_name, recipients.family_name, recipients.search_name,
                recipients.email, recipients.account_id, engagements.own_reference, recipients.created_at
            from engagements join recipients on recipients.id = engagements.recipient_id
            where engagements.organization_id = @organizationId
                and recipients.merged_into_id is null and recipients.erased_at is null
            order by recipients.search_name, recipients.id limit @MostShown
            """,
            new { organizationId, MostShown },
            cancellationToken);
    }

    /// <summary>Stores somebody new; false when the structure has just given their reference to somebody.</summary>
    public static async Task<bool> TryInsertAsync(
        Session session, Guid organizationId, Recipient recipient, Guid engagementId, DateOnly day,
        CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            """
            insert into recipients (id, given_name, family_name, search_name, email, minor, created_at)
            values (@Id, @GivenName, @FamilyName, @SearchName, @Email, false, @CreatedAt)
            """,
            recipient,
            cancellationToken);
        var rows = await session.ExecuteAsync(
            """
            insert into engagements (id, recipient_id, organization_id, own_reference, from_on)
            values (@engagementId, @Id, @organizationId, @OwnReference, @day)
            on conflict do nothing
            """,
            new { engagementId, recipient.Id, organizationId, recipient.OwnReference, day },
            cancellationToken);
        return rows == 1;
    }

    /// <summary>Adds what was not known of a person yet; nothing that is known is changed.</summary>
    public static async Task CompleteAsync(
        Session session, Guid organizationId, Guid recipientId, RecipientInput input,
        CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            """
            update recipients
            set search_name = case when given_name is null and family_name is null then @searchName
                    else search_name end,
                given_name = case when family_name is null then coalesce(given_name, @GivenName) else given_name end,
                family_name = case when given_name is null then coalesce(family_name, @FamilyName)
                    else family_name end,
                email = coalesce(email, @Email)
            where id = @recipientId
            """,
            new { recipientId, input.GivenName, input.FamilyName, searchName = input.SearchName, input.Email },
            cancellationToken);
        await session.ExecuteAsync(
            """
            update engagements set own_reference = coalesce(own_reference, @Reference)
            where recipient_id = @recipientId and organization_id = @organizationId
                and not exists (select 1 from engagements as other
                    where other.organization_id = @organizationId and other.own_reference = @Reference)
            """,
            new { recipientId, organizationId, input.Reference },
            cancellationToken);
    }

    private static Task<Recipient?> FindAsync(
        Session session, Guid organizationId, Guid id, CancellationToken cancellationToken) =>
        session.FindAsync<Recipient>(
            """
            select recipients.id, recipients.given_name, recipients.family_name, recipients.search_name,
                recipients.email, recipients.account_id, engagements.own_reference, recipients.created_at
            from engagements join recipients on recipients.id = engagements.recipient_id
            where engagements.organization_id = @organizationId and recipients.id = @id
                and recipients.merged_into_id is null and recipients.erased_at is null
            order by engagements.id limit 1
            """,
            new { organizationId, id },
            cancellationToken);

    private static Task<Recipient?> FindByReferenceAsync(
        Session session, Guid organizationId, string reference, CancellationToken cancellationToken) =>
        session.FindAsync<Recipient>(
            """
            select recipients.id, recipients.given_name, recipients.family_name, recipients.search_name,
                recipients.email, recipients.account_id, engagements.own_reference, recipients.created_at
            from engagements join recipients on recipients.id = engagements.recipient_id
            where engagements.organization_id = @organizationId and engagements.own_reference = @reference
                and recipients.merged_into_id is null and recipients.erased_at is null
            """,
            new { organizationId, reference },
            cancellationToken);

    private static Task<IReadOnlyList<Recipient>> ListByEmailAsync(
        Session session, Guid organizationId, string email, CancellationToken cancellationToken) =>
        session.QueryAsync<Recipient>(
            """
            select recipients.id, recipients.given_name, recipients.family_name, recipients.search_name,
                recipients.email, recipients.account_id, engagements.own_reference, recipients.created_at
            from engagements join recipients on recipients.id = engagements.recipient_id
            where engagements.organization_id = @organizationId and recipients.email = @email
                and recipients.merged_into_id is null and recipients.erased_at is null
            order by recipients.created_at, recipients.id
            """,
            new { organizationId, email },
            cancellationToken);
}
