using Badges.Server.Storage;

namespace Badges.Server.Features.Organizations;

/// <summary>A structure as programs see it.</summary>
public sealed record OrganizationResponse
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string? Siret { get; init; }
    public string? LegalName { get; init; }
    public string? Town { get; init; }
    public string? Department { get; init; }
    public string? PublicEmail { get; init; }
    public string? PublicPhone { get; init; }
    public string? Website { get; init; }
    public DateOnly? ClosedOn { get; init; }

    public static OrganizationResponse From(Organization organization) => new()
    {
        Slug = organization.Slug,
        Name = organization.Name,
        Kind = EnumText.Of(organization.Kind),
        Siret = organization.Siret,
        LegalName = organization.LegalName,
        Town = organization.Town,
        Department = organization.Department,
        PublicEmail = organization.PublicEmail,
        PublicPhone = organization.PublicPhone,
        Website = organization.Website,
        ClosedOn = organization.ClosedOn,
    };
}
