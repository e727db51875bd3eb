using Badges.Server.Callers;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;

namespace Badges.Server.Demo;

/// <summary>
/// Publishes the programme's badges and awards some of them, as if it had been done over the last year.
/// </summary>
public sealed class DemoAwards(IServiceProvider services, OrganizationStore organizations)
{
    private static readonly TimeSpan AYearAgo = TimeSpan.FromDays(365);
    private static readonly TimeSpan AMonthAgo = TimeSpan.FromDays(30);

    public async Task PublishProgrammeAsync(CancellationToken cancellationToken)
    {
        var then = new PastTime(AYearAgo);
        var import = ActivatorUtilities.CreateInstance<ImportBadgeClasses>(
            services,
            ActivatorUtilities.CreateInstance<DefineBadge>(services, then),
            ActivatorUtilities.CreateInstance<PublishVersion>(services, then));
        var outcome = await import.RunAsync(ImportBadgeClasses.ProgrammeBadges(), cancellationToken);
        if (outcome.Refusals is [var refused, ..])
        {
            throw new InvalidOperationException($"The programme's badge {refused.Slug} was refused.");
        }
    }

    /// <summary>A badge that is authentic.</summary>
    public Task<string> AwardAsync(CancellationToken cancellationToken) => AwardAsync(
        "delissage-de-dechets-textiles", "Amina", DateOffset.Days(-33), expires: null, AMonthAgo, cancellationToken);

    public Task<string> AwardExpiredAsync(CancellationToken cancellationToken) => AwardAsync(
        "travailler-en-equipe", "Bruno", DateOffset.Days(-200), DateOffset.Days(-100), TimeSpan.FromDays(195),
        cancellationToken);

    public async Task<string> AwardAndRevokeAsync(CancellationToken cancellationToken)
    {
        var publicId = await AwardAsync(
            "mise-en-peinture", "Chantal", DateOffset.Days(-40), expires: null, AMonthAgo, cancellationToken);
        var revoked = await services.GetRequiredService<RevokeAward>().RunAsync(
            new RevokeAward.Command
            {
                Caller = await CallerAsync(cancellationToken),
                PublicId = publicId,
                Reason = RevocationReason.Error,
            },
            cancellationToken);
        _ = revoked.Value;
        return publicId;
    }

    private async Task<string> AwardAsync(
        string badge, string givenName, DateOnly observedOn, DateOnly? expires, TimeSpan ago,
        CancellationToken cancellationToken)
    {
        var award = ActivatorUtilities.CreateInstance<AwardBadge>(services, new PastTime(ago));
        var result = await award.RunAsync(
            new AwardCommand
            {
                Caller = await CallerAsync(cancellationToken),
                BadgeClass = badge,
                Organization = DemoPeople.Atelier,
                Recipient = new RecipientInput { GivenName = givenName, FamilyName = "Exemple" },
                Evidence =
                [
                    new EvidenceInput
                    {
                        Name = "Séance au poste de travail",
                        Narrative = "Un lot complet, du contrôle au rangement, puis un retour sur le travail fait.",
                    },
                ],
                ObservedOn = observedOn,
                Expires = expires,
            },
            cancellationToken);
        return result.Value;
    }

    private async Task<Caller> CallerAsync(CancellationToken cancellationToken)
    {
        var structure = await organizations.FindAsync(DemoPeople.Atelier, cancellationToken)
            ?? throw new InvalidOperationException("The demonstration's structure is missing.");
        return new Caller
        {
            Kind = CallerKind.ApiKey,
            Id = structure.Id,
            Roles = [new CallerRole(structure.Id, MembershipRole.Referent)],
        };
    }

    /// <summary>Days counted from today in Paris.</summary>
    private static class DateOffset
    {
        public static DateOnly Days(int days) =>
            Calendar.ParisCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(days);
    }
}
