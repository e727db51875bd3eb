using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Awards;

/// <summary>Reads what the rules need to know about a command.</summary>
public sealed class AwardContextLoader(
    BadgeStore badges,
    OrganizationStore organizations,
    RecipientStore recipients,
    AccountStore accounts,
    IssuerStore issuers,
    KeyRing keys,
    AwardStore awards)
{
    public async Task<AwardContext> LoadAsync(AwardCommand command, CancellationToken cancellationToken)
    {
        var published = await badges.FindPublishedAsync(command.BadgeClass, cancellationToken);
        var badge = published?.Badge ?? await FindDraftedAsync(command.BadgeClass, cancellationToken);
        var organizationId = OwnOrganization(command);
        var organization = command.Organization is { } slug
            ? await organizations.FindAsync(slug, cancellationToken)
            : organizationId is { } id ? await organizations.FindByIdAsync(id, cancellationToken) : null;
        var context = new AwardContext
        {
            Badge = badge,
            Version = published?.Version,
            Awarders = badge is null ? [] : await badges.ListAwardersAsync(badge.Id, cancellationToken),
            IsOrganizationMissing = command.Organization is null && organizationId is null,
            Organization = organization,
            CallerEmail = await FindEmailAsync(command.Caller, cancellationToken),
        };
        return organization is not null && command.Caller.MayAwardFor(organization.Id)
            ? await WithStructureAsync(context, organization, command, cancellationToken)
            : context;
    }

    private async Task<AwardContext> WithStructureAsync(
        AwardContext context, Organization organization, AwardCommand command, CancellationToken cancellationToken)
    {
        var match = await recipients.MatchAsync(organization.Id, command.Recipient, cancellationToken);
        var issuer = await issuers.FindAsync(organization.Slug, cancellationToken);
        return context with
        {
            Recipient = match,
            HoldsBadge = context.Badge is { } badge && match.Known is { } known
                && await awards.HoldsAsync(badge.Id, known.Id, cancellationToken),
            Issuer = issuer,
            Keys = issuer is null ? null : await keys.FindAsync(issuer.Id, cancellationToken),
        };
    }

    /// <summary>The one structure of a caller who is not the network.</summary>
    private static Guid? OwnOrganization(AwardCommand command) =>
        !command.Caller.IsNetwork && command.Caller.OrganizationIds is [var only] ? only : null;

    private async Task<Badge?> FindDraftedAsync(string badgeClass, CancellationToken cancellationToken)
    {
        if (await badges.FindBadgeAsync(badgeClass, cancellationToken) is { } badge)
        {
            return badge;
        }

        return await badges.FindVersionAsync(badgeClass, cancellationToken) is { } version
            ? await badges.FindBadgeByIdAsync(version.BadgeId, cancellationToken)
            : null;
    }

    private async Task<string?> FindEmailAsync(Caller caller, CancellationToken cancellationToken) =>
        caller is { Kind: CallerKind.Account, Id: { } id }
            ? (await accounts.FindByIdAsync(id, cancellationToken))?.EmailNormalized
            : null;
}
