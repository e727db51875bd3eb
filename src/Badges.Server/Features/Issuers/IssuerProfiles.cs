using Badges.Credentials.OpenBadges3;
using Badges.Server.Features.Organizations;
using Ob2 = Badges.Credentials.OpenBadges2;

namespace Badges.Server.Features.Issuers;

/// <summary>A structure in the words of both standards.</summary>
public sealed class IssuerProfiles(IssuerAddresses addresses)
{
    private const string SiretType = "ext:siret";

    /// <summary>What credentials carry: only what stays true for as long as they live.</summary>
    public Profile InCredentials(Issuer issuer, Organization organization) => new()
    {
        Id = issuer.Did,
        Name = organization.Name,
        Url = addresses.Page(issuer.Slug),
        OtherIdentifier = Identifiers(organization),
    };

    /// <summary>What is published at a structure's address, with how to reach it, even before it signs anything.</summary>
    public Profile Published(Organization organization) => new()
    {
        Id = addresses.Did(organization.Slug),
        Name = organization.Name,
        Url = organization.Website ?? addresses.Page(organization.Slug),
        OtherIdentifier = Identifiers(organization),
        Email = organization.PublicEmail,
        Phone = organization.PublicPhone,
        Address = AddressOf(organization),
    };

    public Ob2.Profile OpenBadges2(Issuer issuer, Organization organization, string currentKid) => new()
    {
        Id = addresses.Ob2(issuer.Slug),
        Name = organization.Name,
        Url = addresses.Page(issuer.Slug),
        Email = issuer.Email,
        PublicKey = addresses.Ob2Key(issuer.Slug, currentKid),
        Verification = Ob2.VerificationObject.Below(addresses.Ob2Assertions(issuer.Slug)),
        RevocationList = addresses.Ob2Revocations(issuer.Slug),
    };

    private static IReadOnlyList<IdentifierEntry> Identifiers(Organization organization) =>
        organization.Siret is { } siret
            ? [new IdentifierEntry { Identifier = siret, IdentifierType = SiretType }]
            : [];

    private static Address? AddressOf(Organization organization) => organization.Town is { } town
        ? new Address { AddressCountryCode = "FR", AddressLocality = town }
        : null;
}
