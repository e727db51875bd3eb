using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>Our own documents straight from the stores, all others from the web.</summary>
public sealed class ServiceDocuments(OwnDocuments own, CachedDocuments web) : IDocumentSource
{
    public Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && own.Owns(uri)
            ? own.FetchAsync(address, wanted, now, cancellationToken)
            : web.FetchAsync(address, wanted, now, cancellationToken);
}
