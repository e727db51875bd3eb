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
    ControllerDocument controller,
    SignProfile signProfile)
{
    public async Task<PublishedDocument?> FindProfileAsync(string slug, CancellationToken cancellationToken) =>
        await organizations.FindAsync(slug, cancellationToken) is { } organization
            ? LinkedData(await signProfile.RunAsync(
                await issuers.FindAsync(slug, cancellationToken),
                profiles.Published(await DidOfAsync(slug, cancellationToken), organization),
                cancellationToken))
            : null;

    public async Task<PublishedDocument?> FindDidAsync(string slug, CancellationToken cancellationToken) =>
        await ListKeysAsync(slug, cancellationToken) is { } published
            ? Document(
                "application/did+json",
                controller.Write(await DidOfAsync(slug, cancellationToken), slug, published))
            : null;

    public async Task<PublishedDocument?> FindKeySetAsync(string slug, CancellationToken cancellationToken) =>
        await ListKeysAsync(slug, cancellationToken) is { } published
            ? Document("application/jwk-set+json", controller.WriteSet(slug, published))
            : null;

    public async Task<PublishedDocument?> FindKeyAsync(string slug, string kid, CancellationToken cancellationToken) =>
        await issuers.FindAsync(slug, cancellationToken) is { } issuer
        && (await keys.ListOb3Async(issuer.Id, cancellationToken)).FirstOrDefault(
            each => each.Kid == kid && each.IsPublished) is { } key
            ? Document(
                key.IsMultikey ? Offers.LinkedData : "application/jwk+json", controller.WriteKey(issuer.Did, slug, key))
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

    /// <summary>The DID that was signed, even if the public address changed since.</summary>
    private async Task<string> DidOfAsync(string slug, CancellationToken cancellationToken) =>
        (await issuers.FindAsync(slug, cancellationToken))?.Did ?? addresses.Did(slug);

    /// <summary>Null for no structure; one that has not signed anything has an identity, and no key yet.</summary>
    private async Task<IReadOnlyList<SigningKey>?> ListKeysAsync(string slug, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(slug, cancellationToken) is { } issuer)
        {
            return await keys.ListOb3Async(issuer.Id, cancellationToken);
        }

        return await organizations.FindAsync(slug, cancellationToken) is null ? null : [];
    }

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
