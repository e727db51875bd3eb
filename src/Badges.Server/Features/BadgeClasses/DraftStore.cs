using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Writes versions as long as they are drafts. Every statement leaves a published version alone.</summary>
public static class DraftStore
{
    /// <summary>Stores a new draft whole; false when the badge has one already.</summary>
    public static async Task<bool> TryInsertAsync(
        Session session, BadgeVersion draft, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into badge_versions (id, public_id, badge_id, number, state, achievement_type, valid_months,
                image_id)
            values (@Id, @PublicId, @BadgeId, @Number, 'draft', @AchievementType, @ValidMonths, @ImageId)
            on conflict do nothing
            """,
            new
            {
                draft.Id,
                draft.PublicId,
                draft.BadgeId,
                draft.Number,
                draft.AchievementType,
                draft.ValidMonths,
                draft.ImageId,
            },
            cancellationToken);
        if (rows == 0)
        {
            return false;
        }

        await InsertContentAsync(session, draft, cancellationToken);
        return true;
    }

    /// <summary>
    /// The draft, kept from changing until this transaction ends, so that what is judged is what is stored. The first
    /// statement changes nothing; it takes the row's lock where the engine has one.
    /// </summary>
    public static async Task<BadgeVersion?> LockAsync(
        Session session, Guid badgeId, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "update badge_versions set state = 'draft' where badge_id = @badgeId and state = 'draft'",
            new { badgeId },
            cancellationToken);
        return await BadgeVersionRows.FindDraftAsync(session, badgeId, cancellationToken);
    }

    /// <summary>Replaces all that the draft says.</summary>
    public static async Task ReplaceAsync(Session session, BadgeVersion draft, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            """
            update badge_versions
            set achievement_type = @AchievementType, valid_months = @ValidMonths, image_id = @ImageId
            where id = @Id and state = 'draft'
            """,
            new { draft.Id, draft.AchievementType, draft.ValidMonths, draft.ImageId },
            cancellationToken);
        await DeleteContentAsync(session, draft.Id, cancellationToken);
        await InsertContentAsync(session, draft, cancellationToken);
    }

    public static Task SetImageAsync(
        Session session, Guid versionId, Guid imageId, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            "update badge_versions set image_id = @imageId where id = @versionId and state = 'draft'",
            new { versionId, imageId },
            cancellationToken);

    /// <summary>Publishes the draft for ever.</summary>
    public static Task PublishAsync(Session session, BadgeVersion published, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update badge_versions
            set state = 'published', tag = @Tag, published_at = @PublishedAt, published_by = @PublishedBy,
                content_sha256 = @ContentSha256
            where id = @Id and state = 'draft'
            """,
            new
            {
                published.Id,
                published.Tag,
                published.PublishedAt,
                published.PublishedBy,
                published.ContentSha256,
            },
            cancellationToken);

    private static async Task DeleteContentAsync(Session session, Guid versionId, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "delete from badge_version_texts where version_id = @versionId", new { versionId }, cancellationToken);
        await session.ExecuteAsync(
            """
            delete from badge_criterion_texts
            where criterion_id in (select id from badge_criteria where version_id = @versionId)
            """,
            new { versionId },
            cancellationToken);
        await session.ExecuteAsync(
            "delete from badge_criteria where version_id = @versionId", new { versionId }, cancellationToken);
        await session.ExecuteAsync(
            "delete from badge_evidence_rules where version_id = @versionId", new { versionId }, cancellationToken);
        await session.ExecuteAsync(
            "delete from badge_alignments where version_id = @versionId", new { versionId }, cancellationToken);
    }

    private static async Task InsertContentAsync(
        Session session, BadgeVersion draft, CancellationToken cancellationToken)
    {
        foreach (var (language, text) in draft.Texts)
        {
            await InsertTextAsync(session, draft.Id, language, text, cancellationToken);
        }

        foreach (var criterion in draft.Criteria)
        {
            await InsertCriterionAsync(session, draft.Id, criterion, cancellationToken);
        }

        foreach (var rule in draft.EvidenceRules)
        {
            await InsertEvidenceRuleAsync(session, draft.Id, rule, cancellationToken);
        }

        foreach (var alignment in draft.Alignments)
        {
            await InsertAlignmentAsync(session, draft.Id, alignment, cancellationToken);
        }
    }

    private static Task<int> InsertTextAsync(
        Session session, Guid versionId, Language language, BadgeText text, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into badge_version_texts (version_id, language, name, short_name, description, employer_sentence,
                plain_sentence, image_alt)
            values (@versionId, @language, @Name, @ShortName, @Description, @EmployerSentence, @PlainSentence,
                @ImageAlt)
            """,
            new
            {
                versionId,
                language = language.Code(),
                text.Name,
                text.ShortName,
                text.Description,
                text.EmployerSentence,
                text.PlainSentence,
                text.ImageAlt,
            },
            cancellationToken);

    private static async Task InsertCriterionAsync(
        Session session, Guid versionId, BadgeCriterion criterion, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            """
            insert into badge_criteria (id, version_id, position, mandatory)
            values (@Id, @versionId, @Position, @IsMandatory)
            """,
            new { criterion.Id, versionId, criterion.Position, criterion.IsMandatory },
            cancellationToken);
        foreach (var (language, text) in criterion.Texts)
        {
            await session.ExecuteAsync(
                "insert into badge_criterion_texts (criterion_id, language, text) values (@Id, @language, @text)",
                new { criterion.Id, language = language.Code(), text },
                cancellationToken);
        }
    }

    private static Task<int> InsertEvidenceRuleAsync(
        Session session, Guid versionId, EvidenceRule rule, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into badge_evidence_rules (version_id, position, kind, mandatory, description)
            values (@versionId, @Position, @kind, @IsMandatory, @Description)
            """,
            new { versionId, rule.Position, kind = EnumText.Of(rule.Kind), rule.IsMandatory, rule.Description },
            cancellationToken);

    private static Task<int> InsertAlignmentAsync(
        Session session, Guid versionId, BadgeAlignment alignment, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into badge_alignments (version_id, position, relation, target_name, target_url, framework, code,
                read_on)
            values (@versionId, @Position, @relation, @TargetName, @TargetUrl, @Framework, @Code, @ReadOn)
            """,
            new
            {
                versionId,
                alignment.Position,
                relation = EnumText.Of(alignment.Relation),
                alignment.TargetName,
                alignment.TargetUrl,
                alignment.Framework,
                alignment.Code,
                alignment.ReadOn,
            },
            cancellationToken);
}
