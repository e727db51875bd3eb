using System.Collections.Concurrent;
using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>
/// Documents of the web, kept for as long as they and their servers allow, and asked for once however many want them
/// at the same time. What is answered again says when it was fetched. A badge itself is fetched each time.
/// </summary>
public sealed class CachedDocuments(WebDocuments web) : IDocumentSource
{
    public const int MostDocuments = 2000;
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Whatever is said: a key that was withdrawn must not be believed for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>For what says nothing.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    /// <summary>For what could not be had, so that a site that is down is not asked for each badge.</summary>
    public static readonly TimeSpan InVain = TimeSpan.FromSeconds(15);

    private readonly DocumentCache _kept = new(MostDocuments, MostBytes);
    private readonly ConcurrentDictionary<DocumentKey, Lazy<Task<FetchedDocument>>> _underWay = [];

    public async Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(address, wanted);
        if (_kept.Find(key, now) is { } kept)
        {
            return kept;
        }

        var fetch = _underWay.GetOrAdd(key, each => new(() => FetchAsync(each, now)));
        return await fetch.Value.WaitAsync(cancellationToken);
    }

    // Nobody's cancellation reaches it: others may wait for it too, and the client has its own limit of time.
    private async Task<FetchedDocument> FetchAsync(DocumentKey key, DateTimeOffset now)
    {
        try
        {
            var answer = await web.AskAsync(key.Address, key.Wanted, now, CancellationToken.None);
            if (LifetimeOf(key, answer, now) is { Ticks: > 0 } lifetime)
            {
                _kept.Keep(key, answer.Document, now + lifetime);
            }

            return answer.Document;
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    private static TimeSpan LifetimeOf(DocumentKey key, WebAnswer answer, DateTimeOffset now)
    {
        if (key.Wanted is WantedDocument.Badge)
        {
            return TimeSpan.Zero;
        }

        var isThere = answer.Document.IsThere;
        var own = isThere && key.Wanted is WantedDocument.Dependency ? DocumentLifetime.Of(answer.Document, now) : null;
        var most = isThere ? Longest : InVain;
        TimeSpan[] limits = [most, own ?? most, answer.OfRedirects, answer.Lifetime ?? own ?? Unsaid];
        return limits.Min();
    }
}
