using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>
/// Fetches what a record depends on. Which documents these are, the library says; what could not be had is recorded, so
/// that nothing is asked for twice and the loop ends.
/// </summary>
public sealed class ResolveDependencies(IDocumentSource source)
{
    public async Task<IReadOnlyDictionary<string, FetchedDocument>> RunAsync(
        ParsedCredential parsed, IEnumerable<FetchedDocument> atHand, bool allowLoopback, FetchBudget budget,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var documents = atHand.ToDictionary(document => document.Address);
        while (Dependencies.Missing(parsed, documents, allowLoopback) is { Count: > 0 } missing)
        {
            var fetched = await Task.WhenAll(missing.Select(each =>
                budget.FetchAsync(source, each.Address, WantedOf(each.Kind), now, cancellationToken)));
            foreach (var document in fetched)
            {
                documents[document.Address] = document;
            }
        }

        return documents;
    }

    public static WantedDocument WantedOf(DocumentKind kind) => kind switch
    {
        DocumentKind.PngPicture => WantedDocument.PngPicture,
        DocumentKind.SvgPicture => WantedDocument.SvgPicture,
        _ => WantedDocument.Dependency,
    };
}
