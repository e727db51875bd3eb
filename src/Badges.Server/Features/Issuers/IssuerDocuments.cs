using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges2;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Publication;

namespace Badges.Server.Features.Issuers;

/// <summary>What is published about an issuer; null where nothing is.</summary>
public sealed class IssuerDocuments(
    IssuerStore issuers,
    OrganizationStore organizations,
    SigningKeyStore keys,
    IssuerAddresses addresses,
    IssuerProfiles profiles,
    ControllerDocument controller)
{
    public async Task<PublishedDocument?> FindProfileAsync(string slug, CancellationToken cancellationToken) =>
        await organizations.FindAsync(slug, cancellationToken) is { } organization
            ? LinkedData(profiles.Published(organization).ToJson())
            : null;

    public async Task<PublishedDocument?> FindDidAsync(string slug, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
            ? Document("application/did+json",
                controller.Write(issuer, await keys.ListAsync(issuer.Id, KeyPurpose.Ob3Jwt, cancellationToken)))
            : null;

    public async Task<PublishedDocument?> FindKeySetAsync(string slug, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
            ? Document("application/jwk-set+json",
                controller.WriteSet(issuer, await keys.ListAsync(issuer.Id, KeyPurpose.Ob3Jwt, cancellationToken)))
            : null;

    public async Task<PublishedDocument?> FindKeyAsync(string slug, string kid, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
        && await keys.FindAsync(issuer.Id, KeyPurpose.Ob3Jwt, kid, cancellationToken) is { IsPublished: true } key
            ? Document("application/jwk+json", controller.WriteKey(issuer, key))
            : null;

    public async Task<PublishedDocument?> FindOb2ProfileAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not var (issuer, organization))
        {
            return null;
        }

        var all = await keys.ListAsync(issuer.Id, KeyPurpose.Ob2, cancellationToken);
        return all.LastOrDefault(key => key.IsCurrent) is { } key
            ? LinkedData(profiles.OpenBadges2(issuer, organization, key.Kid).ToJson())
            : null;
    }

    public async Task<PublishedDocument?> FindOb2KeyAsync(
        string slug, string kid, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
        && await keys.FindAsync(issuer.Id, KeyPurpose.Ob2, kid, cancellationToken) is { IsPublished: true } key
            ? LinkedData(new CryptographicKey
            {
                Id = addresses.Ob2Key(slug, kid),
                Owner = addresses.Ob2(slug),
                PublicKeyPem = PemOf(key),
            }.ToJson())
            : null;

    private static string PemOf(SigningKey key)
    {
        using var jwk = System.Text.Json.JsonDocument.Parse(key.PublicJwk);
        using var rsa = RsaJwk.TryRead(jwk.RootElement)
            ?? throw new InvalidOperationException("A stored public key cannot be read.");
        return RsaJwk.PublicPem(rsa);
    }

    private static PublishedDocument LinkedData(string json) => Document(Offers.LinkedData, json);

    private static PublishedDocument Document(string mediaType, string json) =>
        PublishedDocument.Of(mediaType, json, Freshness.Revalidate);

    private async Task<IssuerOrganization?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
        && await organizations.FindByIdAsync(issuer.OrganizationId, cancellationToken) is { } organization
            ? new IssuerOrganization(issuer, organization)
            : null;

    private sealed record IssuerOrganization(Issuer Issuer, Organization Organization);
}
