using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Reads and writes badges, who may award them, and their lists.</summary>
public sealed class BadgeStore(Database database)
{
    public async Task<Badge?> FindBadgeAsync(string slug, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await FindBadgeAsync(session, slug, cancellationToken);
    }

    public async Task<Badge?> FindBadgeByIdAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await FindBadgeByIdAsync(session, id, cancellationToken);
    }

    /// <summary>
    /// The badge of this slug, or of this version, with its newest published version; null before the first.
    /// </summary>
    public async Task<PublishedBadge?> FindPublishedAsync(string slugOrVersion, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await FindBadgeAsync(session, slugOrVersion, cancellationToken) is { } badge
            && await BadgeVersionRows.FindNewestPublishedAsync(session, badge.Id, cancellationToken) is { } version
                ? new PublishedBadge(badge, version)
                : null;
    }

    /// <summary>Exactly this version, when it is published.</summary>
    public async Task<PublishedBadge?> FindPublishedVersionAsync(string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var version = await BadgeVersionRows.FindAsync(session, publicId, cancellationToken);
        return await WithBadgeAsync(session, version, cancellationToken);
    }

    /// <summary>Exactly this version, when it is published; by the id that awards hold.</summary>
    public async Task<PublishedBadge?> FindPublishedVersionAsync(Guid versionId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var version = await BadgeVersionRows.FindByIdAsync(session, versionId, cancellationToken);
        return await WithBadgeAsync(session, version, cancellationToken);
    }

    /// <summary>Any version, a draft too.</summary>
    public async Task<BadgeVersion?> FindVersionAsync(string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await BadgeVersionRows.FindAsync(session, publicId, cancellationToken);
    }

    public async Task<BadgeVersion?> FindDraftAsync(Guid badgeId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await BadgeVersionRows.FindDraftAsync(session, badgeId, cancellationToken);
    }

    public async Task<IReadOnlyList<BadgeAwarder>> ListAwardersAsync(Guid badgeId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await ListAwardersAsync(session, badgeId, cancellationToken);
    }

    /// <summary>The catalogue: published, not retired, by name.</summary>
    public async Task<IReadOnlyList<BadgeSummary>> ListPublishedAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<BadgeSummary>(
            """
            select slug, audience, sector, retired_at, public_id, number, state, published_at, has_picture, has_draft,
                name, plain_sentence, english_name, english_plain_sentence
            from badge_summaries
            where state = 'published' and retired_at is null
            order by name, slug
            """,
            null,
            cancellationToken);
    }

    /// <summary>One page of the catalogue by slug.</summary>
    public async Task<IReadOnlyList<BadgeSummary>> ListPublishedAsync(
        string afterSlug, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<BadgeSummary>(
            """
            select slug, audience, sector, retired_at, public_id, number, state, published_at, has_picture, has_draft,
                name, plain_sentence, english_name, english_plain_sentence
            from badge_summaries
            where state = 'published' and retired_at is null and slug > @afterSlug
            order by slug
            limit @limit
            """,
            new { afterSlug, limit },
            cancellationToken);
    }

    /// <summary>One page of all badges by slug, those not yet published and those retired too.</summary>
    public async Task<IReadOnlyList<BadgeSummary>> ListAllAsync(
        string afterSlug, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<BadgeSummary>(
            """
            select slug, audience, sector, retired_at, public_id, number, state, published_at, has_picture, has_draft,
                name, plain_sentence, english_name, english_plain_sentence
            from badge_summaries
            where slug > @afterSlug
            order by slug
            limit @limit
            """,
            new { afterSlug, limit },
            cancellationToken);
    }

    public static Task<Badge?> FindBadgeAsync(
        Session session, string slugOrVersion, CancellationToken cancellationToken) =>
        session.FindAsync<Badge>(
            """
            select id, slug, owner_organization_id, audience, sector, award_policy, created_at, retired_at
            from badges
            where slug = @slugOrVersion
                or id = (select badge_id from badge_versions where public_id = @slugOrVersion)
            """,
            new { slugOrVersion },
            cancellationToken);

    public static Task<Badge?> FindBadgeByIdAsync(Session session, Guid id, CancellationToken cancellationToken) =>
        session.FindAsync<Badge>(
            """
            select id, slug, owner_organization_id, audience, sector, award_policy, created_at, retired_at
            from badges where id = @id
            """,
            new { id },
            cancellationToken);

    public static Task<IReadOnlyList<BadgeAwarder>> ListAwardersAsync(
        Session session, Guid badgeId, CancellationToken cancellationToken) =>
        session.QueryAsync<BadgeAwarder>(
            """
            select badge_id, organization_id, from_on, to_on
            from badge_awarders where badge_id = @badgeId order by from_on, organization_id
            """,
            new { badgeId },
            cancellationToken);

    /// <summary>Stores the badge; false when its slug is taken.</summary>
    public static async Task<bool> TryInsertAsync(Session session, Badge badge, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            """
            insert into badges (id, slug, owner_organization_id, audience, sector, award_policy, created_at, retired_at)
            values (@Id, @Slug, @OwnerOrganizationId, @audience, @Sector, @awardPolicy, @CreatedAt, @RetiredAt)
            on conflict do nothing
            """,
            new
            {
                badge.Id,
                badge.Slug,
                badge.OwnerOrganizationId,
                audience = EnumText.Of(badge.Audience),
                badge.Sector,
                awardPolicy = EnumText.Of(badge.AwardPolicy),
                badge.CreatedAt,
                badge.RetiredAt,
            },
            cancellationToken);
        return rows == 1;
    }

    public static Task UpdateAsync(Session session, Badge badge, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update badges set audience = @audience, sector = @Sector, award_policy = @awardPolicy
            where id = @Id
            """,
            new
            {
                badge.Id,
                audience = EnumText.Of(badge.Audience),
                badge.Sector,
                awardPolicy = EnumText.Of(badge.AwardPolicy),
            },
            cancellationToken);

    /// <summary>Retires the badge; false when it was retired before.</summary>
    public static async Task<bool> TryRetireAsync(
        Session session, Guid badgeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await session.ExecuteAsync(
            "update badges set retired_at = @now where id = @badgeId and retired_at is null",
            new { badgeId, now },
            cancellationToken);
        return rows == 1;
    }

    /// <summary>
    /// Lets the structure award the badge from that day on; its earlier end on the same day is undone.
    /// </summary>
    public static Task AddAwarderAsync(Session session, BadgeAwarder awarder, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            insert into badge_awarders (badge_id, organization_id, from_on, to_on)
            values (@BadgeId, @OrganizationId, @FromOn, @ToOn)
            on conflict (badge_id, organization_id, from_on) do update set to_on = excluded.to_on
            """,
            awarder,
            cancellationToken);

    public static Task EndAwarderAsync(
        Session session, BadgeAwarder awarder, DateOnly day, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            """
            update badge_awarders set to_on = @day
            where badge_id = @BadgeId and organization_id = @OrganizationId and from_on = @FromOn
            """,
            new { awarder.BadgeId, awarder.OrganizationId, awarder.FromOn, day },
            cancellationToken);

    private static async Task<PublishedBadge?> WithBadgeAsync(
        Session session, BadgeVersion? version, CancellationToken cancellationToken) =>
        version is { IsPublished: true }
        && await FindBadgeByIdAsync(session, version.BadgeId, cancellationToken) is { } badge
            ? new PublishedBadge(badge, version)
            : null;
}
