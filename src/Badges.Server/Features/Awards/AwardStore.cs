using Badges.Server.Calendar;
using Badges.Server.Features.Recipients;
using Badges.Server.Features.StatusLists;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>Awards as facts: stored whole or not at all.</summary>
public sealed class AwardStore(Database database)
{
    public async Task<Award?> FindAsync(string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.FindAsync<Award>(
            """
            select id, public_id, badge_id, version_id, issuer_id, organization_id, recipient_id, subject_urn,
                identity_kind, identity_secret_wrapped, identity_salt, observed_from, observed_to, awarded_at,
                valid_until, awarded_by, source, ended_at, end_kind, end_reason
            from awards where public_id = @publicId
            """,
            new { publicId },
            cancellationToken);
    }

    public async Task<bool> HoldsAsync(Guid badgeId, Guid recipientId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.ScalarAsync<long>(
            """
            select count(*) from awards
            where badge_id = @badgeId and recipient_id = @recipientId and ended_at is null
            """,
            new { badgeId, recipientId },
            cancellationToken) > 0;
    }

    /// <summary>Stores the award with everything that belongs to it, in one transaction.</summary>
    public async Task<AwardStored> TryInsertAsync(
        PreparedAward prepared, IReadOnlyList<SignedForm> forms, StatusPosition status,
        CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                session => InsertAsync(session, prepared, forms, status, cancellationToken), cancellationToken);
            return AwardStored.Stored;
        }
        catch (StoreConflict conflict)
        {
            return conflict.Outcome;
        }
    }

    /// <summary>Ends the award as revoked; false when it has ended already.</summary>
    public static async Task<bool> TryRevokeAsync(
        Session session, Guid id, RevocationReason reason, string? note, Guid? by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            update awards
            set ended_at = @now, end_kind = 'revoked', end_reason = @reason, end_note = @note, ended_by = @by
            where id = @id and ended_at is null
            """,
            new { id, now, reason = EnumText.Of(reason), note, by },
            cancellationToken);
        return rows == 1;
    }

    private static async Task InsertAsync(
        Session session, PreparedAward prepared, IReadOnlyList<SignedForm> forms, StatusPosition status,
        CancellationToken cancellationToken)
    {
        await RequireCurrentKeysAsync(session, forms, cancellationToken);
        await InsertRecipientAsync(session, prepared, cancellationToken);
        await InsertAwardAsync(session, prepared.Award, cancellationToken);
        foreach (var criterion in prepared.Approved.Criteria)
        {
            await session.ExecuteAsync(
                """
                insert into award_criteria (award_id, criterion_id, observed_on)
                values (@AwardId, @CriterionId, @ObservedOn)
                """,
                new
                {
                    AwardId = prepared.Award.Id,
                    CriterionId = criterion.Id,
                    ObservedOn = prepared.Award.ObservedFrom,
                },
                cancellationToken);
        }

        foreach (var evidence in prepared.Evidence)
        {
            await InsertEvidenceAsync(session, evidence, cancellationToken);
        }

        foreach (var form in forms)
        {
            await SignedFormStore.InsertAsync(session, form, cancellationToken);
        }

        if (!await StatusListStore.TryTakeAsync(session, status, prepared.Award.Id, cancellationToken))
        {
            throw new StoreConflict(AwardStored.StatusTaken);
        }

        await InsertCardAsync(session, prepared, cancellationToken);
        await InsertRequestAsync(session, prepared, cancellationToken);
        await AuditLog.AppendAsync(session, AwardAudit.Awarded(prepared), cancellationToken);
    }

    /// <summary>A key that was replaced between signing and storing must not come into use again.</summary>
    private static async Task RequireCurrentKeysAsync(
        Session session, IReadOnlyList<SignedForm> forms, CancellationToken cancellationToken)
    {
        foreach (var keyId in forms.Select(form => form.KeyId).Distinct())
        {
            var current = await session.ScalarAsync<long>(
                "select count(*) from signing_keys where id = @keyId and retired_at is null",
                new { keyId },
                cancellationToken);
            if (current == 0)
            {
                throw new StoreConflict(AwardStored.KeyReplaced);
            }
        }
    }

    private static async Task InsertRecipientAsync(
        Session session, PreparedAward prepared, CancellationToken cancellationToken)
    {
        var approved = prepared.Approved;
        var input = approved.Command.Recipient;
        if (prepared.NewRecipient is not { } recipient)
        {
            await RecipientStore.CompleteAsync(
                session, approved.Organization.Id, prepared.Award.RecipientId, input, cancellationToken);
            return;
        }

        var match = await RecipientStore.MatchAsync(session, approved.Organization.Id, input, cancellationToken);
        if (match != RecipientMatch.New || !await RecipientStore.TryInsertAsync(
            session, approved.Organization.Id, recipient, prepared.Material.NewEngagementId,
            ParisCalendar.DayOf(approved.At), cancellationToken))
        {
            throw new StoreConflict(AwardStored.RecipientAppeared);
        }
    }

    private static async Task InsertAwardAsync(Session session, Award award, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into awards (id, public_id, badge_id, version_id, issuer_id, organization_id, recipient_id, state,
                subject_urn, identity_kind, identity_secret_wrapped, identity_salt, observed_from, observed_to,
                awarded_at, valid_until, awarded_by, source)
            values (@Id, @PublicId, @BadgeId, @VersionId, @IssuerId, @OrganizationId, @RecipientId, 'signed',
                @SubjectUrn, @identityKind, @IdentitySecretWrapped, @IdentitySalt, @ObservedFrom, @ObservedFrom,
                @AwardedAt, @ValidUntil, @AwardedBy, @source)
            on conflict (badge_id, recipient_id) where ended_at is null do nothing
            """,
            new
            {
                award.Id,
                award.PublicId,
                award.BadgeId,
                award.VersionId,
                award.IssuerId,
                award.OrganizationId,
                award.RecipientId,
                award.SubjectUrn,
                identityKind = EnumText.Of(award.IdentityKind),
                award.IdentitySecretWrapped,
                award.IdentitySalt,
                award.ObservedFrom,
                award.AwardedAt,
                award.ValidUntil,
                award.AwardedBy,
                source = EnumText.Of(award.Source),
            },
            cancellationToken);
        if (rows == 0)
        {
            throw new StoreConflict(AwardStored.AlreadyHolds);
        }
    }

    private static Task<int> InsertEvidenceAsync(
        Session session, AwardEvidence evidence, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into evidence (id, award_id, kind, visibility, name, narrative, url, nonce, sha256, created_by)
            values (@Id, @AwardId, 'text', @visibility, @Name, @Narrative, @Url, @Nonce, @Sha256, @CreatedBy)
            """,
            new
            {
                evidence.Id,
                evidence.AwardId,
                visibility = EnumText.Of(evidence.Visibility),
                evidence.Name,
                evidence.Narrative,
                evidence.Url,
                evidence.Nonce,
                evidence.Sha256,
                evidence.CreatedBy,
            },
            cancellationToken);

    private static Task<int> InsertCardAsync(
        Session session, PreparedAward prepared, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into cards (id, organization_id, public_code, award_id, activated_at)
            values (@CardId, @OrganizationId, @CardCode, @AwardId, @AwardedAt)
            """,
            new
            {
                prepared.Material.CardId,
                prepared.Award.OrganizationId,
                prepared.Material.CardCode,
                prepared.Material.AwardId,
                prepared.Award.AwardedAt,
            },
            cancellationToken);

    private static async Task InsertRequestAsync(
        Session session, PreparedAward prepared, CancellationToken cancellationToken)
    {
        var command = prepared.Approved.Command;
        if (command.Mark is { } mark && !await RequestStore.TryInsertAsync(
            session, command.Caller, mark, prepared.Award.Id, null, prepared.Approved.At, cancellationToken))
        {
            throw new StoreConflict(AwardStored.RequestAnswered);
        }
    }

    /// <summary>Rolls the transaction back; it never leaves this class.</summary>
    private sealed class StoreConflict(AwardStored outcome) : Exception
    {
        public AwardStored Outcome => outcome;
    }
}

/// <summary>How storing an award ended; every case but the first left nothing behind.</summary>
public enum AwardStored
{
    Stored,
    AlreadyHolds,
    StatusTaken,
    RecipientAppeared,
    KeyReplaced,
    RequestAnswered,
}
