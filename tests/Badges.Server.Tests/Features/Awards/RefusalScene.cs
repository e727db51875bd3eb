using Badges.Server.Callers;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>Badges and structures for which awarding is refused.</summary>
public static class RefusalScene
{
    public const string ClosedStructure = "structure-fermee";
    public const string KeylessStructure = "structure-sans-cle";

    public static async Task PrepareAsync(AwardScene scene)
    {
        if (await scene.App.Get<BadgeStore>().FindBadgeAsync("brouillon", CancellationToken.None) is not null)
        {
            return;
        }

        await scene.DefineAsync("brouillon");
        await scene.PublishAsync("arrete");
        _ = await scene.App.Get<RetireBadge>().RunAsync("arrete", Caller.Anonymous, CancellationToken.None);
        await scene.PublishAsync("reserve", badge => badge with { AwardPolicy = "owner" });
        await scene.PublishAsync("avec-preuve", badge => badge with
        {
            Evidence = [new EvidenceRequest { Kind = "observation", Mandatory = true, Description = "Une observation." }],
        });
        await RegisterAsync(scene, ClosedStructure);
        await ExecuteAsync(scene, "update organizations set closed_on = '2026-01-15' where slug = 'structure-fermee'");
        var keyless = await RegisterAsync(scene, KeylessStructure);
        var issuer = await scene.App.Get<EnsureIssuer>().RunAsync(keyless, CancellationToken.None);
        await scene.App.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                "update signing_keys set retired_at = created_at where issuer_id = @Id",
                new { issuer.Id },
                CancellationToken.None),
            CancellationToken.None);
    }

    public static Task ExecuteAsync(AwardScene scene, string sql) => scene.App.Get<Database>().WriteAsync(
        session => session.ExecuteAsync(sql, null, CancellationToken.None), CancellationToken.None);

    public static async Task<string?> ScalarAsync(AwardScene scene, string sql)
    {
        await using var session = await scene.App.Get<Database>().OpenAsync(CancellationToken.None);
        return (await session.ScalarAsync<object>(sql, null, CancellationToken.None))?.ToString();
    }

    private static async Task<Organization> RegisterAsync(AwardScene scene, string slug) =>
        (await scene.App.Get<RegisterOrganization>().RunAsync(
            new RegisterOrganization.Command { Slug = slug, Name = slug, Kind = OrganizationKind.Aci },
            CancellationToken.None)).Value;
}
