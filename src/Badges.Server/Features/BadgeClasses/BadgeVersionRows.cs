using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Reads versions whole: the row, and one statement for each list that belongs to it.</summary>
public static class BadgeVersionRows
{
    public static async Task<BadgeVersion?> FindAsync(
        Session session, string publicId, CancellationToken cancellationToken) =>
        await FillAsync(
            session,
            await session.FindAsync<Row>(
                """
                select id, public_id, badge_id, number, state, achievement_type, valid_months, image_id, tag,
                    published_at, published_by, content_sha256
                from badge_versions where public_id = @publicId
                """,
                new { publicId },
                cancellationToken),
            cancellationToken);

    public static async Task<BadgeVersion?> FindByIdAsync(
        Session session, Guid id, CancellationToken cancellationToken) =>
        await FillAsync(
            session,
            await session.FindAsync<Row>(
                """
                select id, public_id, badge_id, number, state, achievement_type, valid_months, image_id, tag,
                    published_at, published_by, content_sha256
                from badge_versions where id = @id
                """,
                new { id },
                cancellationToken),
            cancellationToken);

    public static async Task<BadgeVersion?> FindNewestPublishedAsync(
        Session session, Guid badgeId, CancellationToken cancellationToken) =>
        await FillAsync(
            session,
            await session.FindAsync<Row>(
                """
                select id, public_id, badge_id, number, state, achievement_type, valid_months, image_id, tag,
                    published_at, published_by, content_sha256
                from badge_versions
                where badge_id = @badgeId and state = 'published'
                order by number desc
                limit 1
                """,
                new { badgeId },
                cancellationToken),
            cancellationToken);

    public static async Task<BadgeVersion?> FindDraftAsync(
        Session session, Guid badgeId, CancellationToken cancellationToken) =>
        await FillAsync(
            session,
            await session.FindAsync<Row>(
                """
                select id, public_id, badge_id, number, state, achievement_type, valid_months, image_id, tag,
                    published_at, published_by, content_sha256
                from badge_versions where badge_id = @badgeId and state = 'draft'
                """,
                new { badgeId },
                cancellationToken),
            cancellationToken);

    private static async Task<BadgeVersion?> FillAsync(
        Session session, Row? row, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return null;
        }

        var texts = await ReadTextsAsync(session, row.Id, cancellationToken);
        var criteria = await ReadCriteriaAsync(session, row.Id, cancellationToken);
        var rules = await ReadEvidenceRulesAsync(session, row.Id, cancellationToken);
        var alignments = await ReadAlignmentsAsync(session, row.Id, cancellationToken);
        return new BadgeVersion
        {
            Id = row.Id,
            PublicId = row.PublicId,
            BadgeId = row.BadgeId,
            Number = row.Number,
            State = row.State,
            AchievementType = row.AchievementType,
            ValidMonths = row.ValidMonths,
            ImageId = row.ImageId,
            Tag = row.Tag,
            PublishedAt = row.PublishedAt,
            PublishedBy = row.PublishedBy,
            ContentSha256 = row.ContentSha256,
            Texts = texts,
            Criteria = criteria,
            EvidenceRules = rules,
            Alignments = alignments,
        };
    }

    private static async Task<IReadOnlyDictionary<Language, BadgeText>> ReadTextsAsync(
        Session session, Guid versionId, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<TextRow>(
            """
            select language, name, short_name, description, employer_sentence, plain_sentence, image_alt
            from badge_version_texts where version_id = @versionId
            """,
            new { versionId },
            cancellationToken);
        return rows.ToDictionary(row => LanguageOf(row.Language), row => row.Text());
    }

    private static async Task<IReadOnlyList<BadgeCriterion>> ReadCriteriaAsync(
        Session session, Guid versionId, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<CriterionRow>(
            """
            select c.id, c.position, c.mandatory, t.language, t.text
            from badge_criteria c
            join badge_criterion_texts t on t.criterion_id = c.id
            where c.version_id = @versionId
            order by c.position
            """,
            new { versionId },
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Id).Select(texts => new BadgeCriterion
            {
                Id = texts.Key,
                Position = texts.First().Position,
                IsMandatory = texts.First().Mandatory,
                Texts = texts.ToDictionary(row => LanguageOf(row.Language), row => row.Text),
            }),
        ];
    }

    private static Task<IReadOnlyList<EvidenceRule>> ReadEvidenceRulesAsync(
        Session session, Guid versionId, CancellationToken cancellationToken) =>
        session.QueryAsync<EvidenceRule>(
            """
            select position, kind, mandatory as is_mandatory, description
            from badge_evidence_rules where version_id = @versionId order by position
            """,
            new { versionId },
            cancellationToken);

    private static Task<IReadOnlyList<BadgeAlignment>> ReadAlignmentsAsync(
        Session session, Guid versionId, CancellationToken cancellationToken) =>
        session.QueryAsync<BadgeAlignment>(
            """
            select position, relation, target_name, target_url, framework, code, read_on
            from badge_alignments where version_id = @versionId order by position
            """,
            new { versionId },
            cancellationToken);

    private static Language LanguageOf(string code) =>
        Languages.FromCode(code) ?? throw new InvalidDataException($"The language {code} is stored but not known.");

    private sealed record Row
    {
        public Guid Id { get; init; }
        public string PublicId { get; init; } = "";
        public Guid BadgeId { get; init; }
        public int Number { get; init; }
        public VersionState State { get; init; }
        public string AchievementType { get; init; } = "";
        public int? ValidMonths { get; init; }
        public Guid? ImageId { get; init; }
        public string? Tag { get; init; }
        public DateTimeOffset? PublishedAt { get; init; }
        public Guid? PublishedBy { get; init; }
        public string? ContentSha256 { get; init; }
    }

    private sealed record TextRow
    {
        public string Language { get; init; } = "";
        public string Name { get; init; } = "";
        public string ShortName { get; init; } = "";
        public string Description { get; init; } = "";
        public string EmployerSentence { get; init; } = "";
        public string PlainSentence { get; init; } = "";
        public string ImageAlt { get; init; } = "";

        public BadgeText Text() => new()
        {
            Name = Name,
            ShortName = ShortName,
            Description = Description,
            EmployerSentence = EmployerSentence,
            PlainSentence = PlainSentence,
            ImageAlt = ImageAlt,
        };
    }

    private sealed record CriterionRow
    {
        public Guid Id { get; init; }
        public int Position { get; init; }
        public bool Mandatory { get; init; }
        public string Language { get; init; } = "";
        public string Text { get; init; } = "";
    }
}
