using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Verification;

/// <summary>Reads the public part of awards: found by their address, or by a record that was signed for them.</summary>
public sealed class OwnAwardStore(
    Database database, AwardStore awards, SignedFormStore forms, BadgeStore badges, OrganizationStore organizations)
{
    /// <summary>
    /// The award that this very text was signed for, an older generation too; null when it is not ours.
    /// </summary>
    public async Task<OwnAward?> FindByRecordAsync(
        string record, Language language, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var form = await session.FindAsync<FormOfAward>(
            """
            select min(a.public_id) as public_id, max(f.replaced_at) as replaced_at
            from award_forms f join awards a on a.id = f.award_id
            where f.sha256 = @sha256
            """,
            new { sha256 = SignedForm.HashOf(record) },
            cancellationToken);
        return form?.PublicId is { } publicId
            && await awards.FindAsync(publicId, cancellationToken) is { IsGone: false } award
            && await DescribeAsync(award, language, cancellationToken) is { } described
                ? described with { IsReplacedCopy = form.ReplacedAt is not null }
                : null;
    }

    /// <summary>The award with the badge and the structure as they are told in that language.</summary>
    public async Task<OwnAward?> DescribeAsync(Award award, Language language, CancellationToken cancellationToken)
    {
        if (await badges.FindPublishedVersionAsync(award.VersionId, cancellationToken) is not { } published
            || await organizations.FindByIdAsync(award.OrganizationId, cancellationToken) is not { } organization)
        {
            return null;
        }

        var met = await ListCriteriaAsync(award.Id, cancellationToken);
        return new OwnAward
        {
            PublicId = award.PublicId,
            Published = published,
            Organization = organization,
            Criteria =
            [
                .. published.Version.Criteria.Where(criterion => met.Contains(criterion.Id))
                    .Select(criterion => criterion.In(language)),
            ],
            Evidence = await ListEvidenceAsync(award.Id, cancellationToken),
            AwardedAt = award.AwardedAt,
            ObservedFrom = award.ObservedFrom,
            ObservedTo = award.ObservedTo,
            IsTiedToEmail = award.IdentityKind == IdentityKind.Email,
            ValidUntil = award.ValidUntil,
            RevokedAt = award.IsRevoked ? award.EndedAt : null,
            Reason = award.IsRevoked
                ? EnumText.TryParse<RevocationReason>(award.EndReason) ?? RevocationReason.Other
                : null,
            CompromisedSince = await forms.FindCompromiseAsync(award.Id, cancellationToken),
        };
    }

    private async Task<IReadOnlySet<Guid>> ListCriteriaAsync(Guid awardId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var rows = await session.QueryAsync<CriterionOfAward>(
            "select criterion_id from award_criteria where award_id = @awardId",
            new { awardId },
            cancellationToken);
        return rows.Select(row => row.CriterionId).ToHashSet();
    }

    private async Task<IReadOnlyList<OwnEvidence>> ListEvidenceAsync(Guid awardId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.QueryAsync<OwnEvidence>(
            """
            select visibility = 'public' as is_public,
                case when visibility = 'public' then name end as name,
                case when visibility = 'public' then narrative end as narrative,
                case when visibility = 'public' then url end as url
            from evidence where award_id = @awardId and erased_at is null order by id
            """,
            new { awardId },
            cancellationToken);
    }

    private sealed record FormOfAward
    {
        public string? PublicId { get; init; }
        public DateTimeOffset? ReplacedAt { get; init; }
    }

    private sealed record CriterionOfAward
    {
        public Guid CriterionId { get; init; }
    }
}
