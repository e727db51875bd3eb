using Badges.Server.Publication;

namespace Badges.Server.Features.StatusLists;

/// <summary>A status list as it is published: with an embedded proof, or as a compact JWS for those who name it or
/// text.</summary>
public sealed class StatusListDocuments(PublishStatusList publish)
{
    public async Task<PublishedDocument?> FindAsync(
        string publicId, string mediaType, CancellationToken cancellationToken) =>
        await publish.RunAsync(publicId, cancellationToken) is { } list
            ? PublishedDocument.Of(
                mediaType,
                mediaType is Offers.Text or Offers.CredentialJwt ? list.Jwt : list.Embedded,
                Freshness.Brief)
            : null;
}
