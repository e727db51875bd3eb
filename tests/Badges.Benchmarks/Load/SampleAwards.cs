using System.Globalization;
using Badges.Server.Callers;
using Badges.Server.Demo;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Awards;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Benchmarks.Load;

/// <summary>
/// The demonstration's structures and the programme's badges, one of them awarded to a hundred people.
/// </summary>
/// <param name="Ids">The public ids of the awards.</param>
/// <param name="Key">A program's key.</param>
internal sealed record SampleAwards(IReadOnlyList<string> Ids, string Key)
{
    private const int Count = 100;
    private const string Badge = "delissage-de-dechets-textiles";

    public static async Task<SampleAwards> CreateAsync(IServiceProvider services)
    {
        await services.GetRequiredService<DemoPeople>().CreateAsync(CancellationToken.None);
        await services.GetRequiredService<DemoAwards>().PublishProgrammeAsync(CancellationToken.None);
        var structure = await services.GetRequiredService<OrganizationStore>()
            .FindAsync(DemoPeople.Atelier, CancellationToken.None)
            ?? throw new InvalidOperationException("The demonstration's structure is missing.");
        var caller = new Caller
        {
            Kind = CallerKind.ApiKey,
            Id = structure.Id,
            Roles = [new CallerRole(structure.Id, MembershipRole.Referent)],
        };
        var award = services.GetRequiredService<AwardBadge>();
        var ids = new List<string>();
        for (var number = 1; number <= Count; number++)
        {
            ids.Add((await award.RunAsync(Command(caller, number), CancellationToken.None)).Value);
        }

        var key = await services.GetRequiredService<CreateApiKey>()
            .RunAsync("benchmark", structure.Id, CancellationToken.None);
        return new SampleAwards(ids, key);
    }

    private static AwardCommand Command(Caller caller, int number) => new()
    {
        Caller = caller,
        BadgeClass = Badge,
        Organization = DemoPeople.Atelier,
        Recipient = new RecipientInput
        {
            GivenName = string.Create(CultureInfo.InvariantCulture, $"Amina {number}"),
            FamilyName = "Exemple",
        },
        Evidence =
        [
            new EvidenceInput
            {
                Name = "Séance au poste de travail",
                Narrative = "Un lot complet, du contrôle au rangement, puis un retour sur le travail fait.",
            },
        ],
    };
}
