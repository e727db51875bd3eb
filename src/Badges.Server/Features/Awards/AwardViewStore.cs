using Badges.Server.Callers;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>Awards with their people, always filtered by the structures of the caller.</summary>
public sealed class AwardViewStore(Database database, SignedFormStore forms)
{
    /// <summary>
    /// The award with everything that belongs to it; null when there is none, or it is another structure's.
    /// </summary>
    public async Task<AwardDetails?> FindAsync(
        Caller caller, string publicId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var view = await session.FindAsync<AwardView>(
            """
            select a.id, a.public_id, a.organization_id, o.slug as organization_slug, o.name as organization_name,
                b.slug as badge_slug, v.public_id as version_public_id, t.name as badge_name, a.recipient_id,
                r.given_name, r.family_name, r.email,
                (select min(e.own_reference) from engagements e
                    where e.recipient_id = a.recipient_id and e.organization_id = a.organization_id) as own_reference,
                a.identity_kind, a.observed_from, a.awarded_at, a.valid_until, a.ended_at, a.end_kind, a.end_reason,
                a.end_note,
                (select min(c.public_code) from cards c where c.award_id = a.id and c.voided_at is null) as card_code
            from awards a
                join organizations o on o.id = a.organization_id
                join badges b on b.id = a.badge_id
                join badge_versions v on v.id = a.version_id
                join badge_version_texts t on t.version_id = a.version_id and t.language = 'fr'
                join recipients r on r.id = a.recipient_id
            where a.public_id = @publicId
            """,
            new { publicId },
            cancellationToken);
        return view is not null && caller.MaySee(view.OrganizationId)
            ? new AwardDetails
            {
                Award = view,
                Criteria = await ListCriteriaAsync(session, view.Id, cancellationToken),
                Evidence = await ListEvidenceAsync(session, view.Id, cancellationToken),
                CompromisedSince = await forms.FindCompromiseAsync(view.Id, cancellationToken),
            }
            : null;
    }

    /// <summary>
    /// One page of awards, the newest first. One more row than <paramref name="limit"/> is read, which tells whether
    /// there is another page.
    /// </summary>
    public async Task<IReadOnlyList<AwardView>> ListAsync(
        Caller caller, AwardCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        if (caller.IsNetwork)
        {
            return await ListAsync(session, null, after, limit + 1, cancellationToken);
        }

        var all = new List<AwardView>();
        foreach (var organizationId in caller.OrganizationIds)
        {
            all.AddRange(await ListAsync(session, organizationId, after, limit + 1, cancellationToken));
        }

        return
        [
            .. all.OrderByDescending(view => view.AwardedAt)
                .ThenByDescending(view => view.PublicId, StringComparer.Ordinal)
                .Take(limit + 1),
        ];
    }

    private static Task<IReadOnlyList<AwardView>> ListAsync(
        Session session, Guid? organizationId, AwardCursor? after, int rows, CancellationToken cancellationToken) =>
        session.QueryAsync<AwardView>(
            """
            select a.id, a.public_id, a.organization_id, o.slug as organization_slug, o.name as organization_name,
                b.slug as badge_slug, v.public_id as version_public_id, t.name as badge_name, a.recipient_id,
                r.given_name, r.family_name, r.email,
                (select min(e.own_reference) from engagements e
                    where e.recipient_id = a.recipient_id and e.organization_id = a.organization_id) as own_reference,
                a.identity_kind, a.observed_from, a.awarded_at, a.valid_until, a.ended_at, a.end_kind, a.end_reason,
                (select min(c.public_code) from cards c where c.award_id = a.id and c.voided_at is null) as card_code
            from awards a
                join organizations o on o.id = a.organization_id
                join badges b on b.id = a.badge_id
                join badge_versions v on v.id = a.version_id
                join badge_version_texts t on t.version_id = a.version_id and t.language = 'fr'
                join recipients r on r.id = a.recipient_id
            where (@isEvery or a.organization_id = @organization)
                and (@isFirst or a.awarded_at < @at or (a.awarded_at = @at and a.public_id < @publicId))
            order by a.awarded_at desc, a.public_id desc limit @rows
            """,
            new
            {
                isEvery = organizationId is null,
                organization = organizationId ?? Guid.Empty,
                isFirst = after is null,
                at = after?.AwardedAt ?? DateTimeOffset.UnixEpoch,
                publicId = after?.PublicId ?? "",
                rows,
            },
            cancellationToken);

    private static Task<IReadOnlyList<ObservedCriterion>> ListCriteriaAsync(
        Session session, Guid awardId, CancellationToken cancellationToken) =>
        session.QueryAsync<ObservedCriterion>(
            """
            select c.position, t.text
            from award_criteria a
                join badge_criteria c on c.id = a.criterion_id
                join badge_criterion_texts t on t.criterion_id = c.id and t.language = 'fr'
            where a.award_id = @awardId order by c.position
            """,
            new { awardId },
            cancellationToken);

    private static Task<IReadOnlyList<AwardEvidence>> ListEvidenceAsync(
        Session session, Guid awardId, CancellationToken cancellationToken) =>
        session.QueryAsync<AwardEvidence>(
            """
            select id, award_id, visibility, name, narrative, url, nonce, sha256, created_by
            from evidence where award_id = @awardId and erased_at is null order by id
            """,
            new { awardId },
            cancellationToken);
}
