using Badges.Credentials.Verification;
using Badges.Credentials.Verification.General;
using Badges.Server.Features.Verification;
using Badges.Server.Http;

namespace Badges.Server.Features.CredentialApi;

/// <summary>Verifies any credential or presentation, fetching what it needs within the same bounds as for a
/// badge.</summary>
public sealed class VerifyDocument(
    IDocumentSource source, PublishedStatusLists lists, GuardedHttpOptions options, TimeProvider time)
{
    public async Task<GeneralAnswer> RunAsync(GeneralQuestion question, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var budget = new FetchBudget(time);
        var documents = new Dictionary<string, FetchedDocument>();
        while (true)
        {
            var answer = GeneralVerifier.Verify(question, documents, options.AllowLoopback, now);
            if (answer.Missing.Count == 0)
            {
                return answer;
            }

            var fetched = await Task.WhenAll(answer.Missing.Select(
                address => FetchAsync(address, budget, now, cancellationToken)));
            foreach (var document in fetched)
            {
                documents[document.Address] = document;
            }
        }
    }

    private Task<FetchedDocument> FetchAsync(
        string address, FetchBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (lists.NameAt(address) is not { } name)
        {
            return budget.FetchAsync(source, address, WantedDocument.Dependency, now, cancellationToken);
        }

        var list = lists.Find(name);
        return Task.FromResult(new FetchedDocument
        {
            Address = address,
            Outcome = list is null ? FetchOutcome.NotFound : FetchOutcome.Fetched,
            Body = System.Text.Encoding.UTF8.GetBytes(list ?? ""),
            At = now,
            IsOwn = true,
        });
    }
}
