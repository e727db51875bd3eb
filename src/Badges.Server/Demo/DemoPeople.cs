using System.Security.Cryptography;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Demo;

/// <summary>The network, two structures and two accounts, with passwords made for this installation.</summary>
public sealed class DemoPeople(RegisterOrganization register, CreateAccount createAccount)
{
    public const string Network = "inae";
    public const string Atelier = "atelier-du-fil-demo";
    public const string Chantier = "chantier-vert-demo";

    public async Task<IReadOnlyList<DemoAccount>> CreateAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(Network, "INAÉ", OrganizationKind.Network, "Bordeaux", "33", cancellationToken);
        await RegisterAsync(
            Atelier, "Atelier du fil (démonstration)", OrganizationKind.Aci, "Niort", "79", cancellationToken);
        await RegisterAsync(
            Chantier, "Chantier vert (démonstration)", OrganizationKind.Aci, "Pessac", "33", cancellationToken);
        return
        [
            await SignUpAsync(
                "admin@inae.demo", "Alix (INAÉ)", Network, MembershipRole.Administrator, cancellationToken),
            await SignUpAsync(
                "encadrant@atelier.demo", "Karim, encadrant", Atelier, MembershipRole.Encadrant, cancellationToken),
        ];
    }

    private async Task RegisterAsync(
        string slug, string name, OrganizationKind kind, string town, string department,
        CancellationToken cancellationToken)
    {
        var registered = await register.RunAsync(
            new RegisterOrganization.Command
            {
                Slug = slug,
                Name = name,
                Kind = kind,
                Town = town,
                Department = department,
                PublicEmail = $"contact@{slug}.demo",
                PublicPhone = "05 00 00 00 00",
                RecognisedFrom = new DateOnly(2020, 1, 1),
            },
            cancellationToken);
        _ = registered.Value;
    }

    private async Task<DemoAccount> SignUpAsync(
        string email, string name, string organization, MembershipRole role, CancellationToken cancellationToken)
    {
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);
        var created = await createAccount.RunAsync(
            new CreateAccount.Command
            {
                Email = email,
                DisplayName = name,
                Password = password,
                OrganizationSlug = organization,
                Role = role,
            },
            cancellationToken);
        return new DemoAccount(created.Value.EmailNormalized, password, role.ToString().ToLowerInvariant());
    }
}
