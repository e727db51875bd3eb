using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>Our own documents straight from the stores, all others from the web.</summary>
public sealed class ServiceDocuments(OwnDocuments own, WebDocuments web) : IDocumentSource
{
    public async Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !own.Owns(uri))
        {
            return await web.FetchAsync(address, wanted, now, cancellationToken);
        }

        var found = new FetchedDocument { Address = address, Outcome = FetchOutcome.NotFound, At = now, IsOwn = true };
        return await own.FindAsync(uri, cancellationToken) is { } document
            ? found with
            {
                Outcome = FetchOutcome.Fetched,
                Status = document.Status,
                ContentType = document.ContentType,
                Body = document.Body,
            }
            : found;
    }
}
