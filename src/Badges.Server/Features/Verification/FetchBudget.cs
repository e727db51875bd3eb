using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What one verification may cost: so many documents, bytes and seconds. Whoever submits a badge chooses them.
/// </summary>
public sealed class FetchBudget(TimeProvider time) : IDisposable
{
    public const int MostDocuments = 16;
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>What may be a picture is counted apart: the badge itself, and the issuer's own picture.</summary>
    public const int MostPictureBytes = 2 * Submission.MaximumPictureBytes;

    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _deadline = new(MostTime, time);
    private int _documents;
    private long _bytes;
    private long _pictureBytes;

    /// <summary>Fetches the document; once the budget is spent the answer is that it did not come in time.</summary>
    public async Task<FetchedDocument> FetchAsync(
        IDocumentSource source, string address, WantedDocument wanted, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var spent = new FetchedDocument { Address = address, Outcome = FetchOutcome.TimedOut, At = now };
        if (Interlocked.Increment(ref _documents) > MostDocuments || _deadline.IsCancellationRequested)
        {
            return spent;
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        try
        {
            var document = await source.FetchAsync(address, wanted, now, both.Token);
            return IsWithin(wanted, document.Body.Length)
                ? document
                : spent with { Outcome = FetchOutcome.TooLarge };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return spent;
        }
    }

    public void Dispose() => _deadline.Dispose();

    private bool IsWithin(WantedDocument wanted, int length) => wanted is WantedDocument.Dependency
        ? Interlocked.Add(ref _bytes, length) <= MostBytes
        : Interlocked.Add(ref _pictureBytes, length) <= MostPictureBytes;
}
