using Badges.Server.Publication;

namespace Badges.Server.Features.StatusLists;

/// <summary>A status list as it is published: a compact JWS, or for those who read only JSON that JWS in an envelope.</summary>
public sealed class StatusListDocuments(PublishStatusList publish)
{
    /// <summary>Text first: a program that names several types at once gets the list itself.</summary>
    public static IReadOnlyList<Offer> Forms { get; } =
    [
        Offer.Of(Offers.Text),
        new() { MediaType = Offers.CredentialJwt, IsOnlyForThoseWhoNameIt = true },
        Offer.Of(Offers.CredentialJson),
        Offer.Of("application/vc"),
        Offer.Of(Offers.LinkedData),
        Offer.Of(Offers.Json),
    ];

    public async Task<PublishedDocument?> FindAsync(
        string publicId, string mediaType, CancellationToken cancellationToken)
    {
        if (await publish.RunAsync(publicId, cancellationToken) is not { } jws)
        {
            return null;
        }

        var text = mediaType is Offers.Text or Offers.CredentialJwt ? jws : Envelope.Of(jws);
        return PublishedDocument.Of(mediaType, text, Freshness.Brief);
    }
}
