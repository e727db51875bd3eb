using Badges.Credentials.OpenBadges2;
using Badges.Credentials.OpenBadges3;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Storage;
using Criteria = Badges.Credentials.OpenBadges2.Criteria;

namespace Badges.Server.Features.Awards;

/// <summary>Writes the BadgeClass of a version for a structure, once: assertions point to it.</summary>
public sealed class EnsureIssuerBadge(
    IssuerBadgeStore badges, IssuerAddresses issuerAddresses, AwardAddresses addresses, TimeProvider time)
{
    public async Task<IssuerBadge> RunAsync(
        BadgeVersion version, Achievement achievement, Issuer issuer, CancellationToken cancellationToken)
    {
        if (await badges.FindAsync(version.Id, issuer.Id, cancellationToken) is { } known)
        {
            return known;
        }

        var publicId = PublicId.Create();
        var badge = new IssuerBadge
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PublicId = publicId,
            VersionId = version.Id,
            IssuerId = issuer.Id,
            PublishedText = Build(publicId, version, achievement, issuer).ToJson(),
        };
        await badges.InsertAsync(badge, cancellationToken);
        return await badges.FindAsync(version.Id, issuer.Id, cancellationToken) ?? badge;
    }

    private BadgeClass Build(string publicId, BadgeVersion version, Achievement achievement, Issuer issuer) => new()
    {
        Id = addresses.Ob2Badge(publicId),
        Name = achievement.Name,
        Description = achievement.Description,
        Image = achievement.Image?.Id ?? addresses.Achievement(version.PublicId) + ".png",
        Criteria = new Criteria
        {
            Id = addresses.Achievement(version.PublicId),
            Narrative = achievement.Criteria.Narrative,
        },
        Issuer = issuerAddresses.Ob2(issuer.Slug),
        Alignment =
        [
            .. achievement.Alignment.Select(alignment => new AlignmentObject
            {
                TargetName = alignment.TargetName,
                TargetUrl = alignment.TargetUrl,
                TargetDescription = alignment.TargetDescription,
                TargetFramework = alignment.TargetFramework,
                TargetCode = alignment.TargetCode,
            }),
        ],
        Tags = achievement.Tag,
        Version = achievement.Version,
    };
}
