using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>An address, and what stood there is wanted for: each is asked for in its own form.</summary>
public sealed record DocumentKey(string Address, WantedDocument Wanted);

/// <summary>
/// Documents and until when each may be used, no more of them than so many and so large; the one that was used longest
/// ago goes first. The framework's memory cache turns new entries away when it is full, and tidies up some time later;
/// here whoever submits badges chooses what comes in.
/// </summary>
public sealed class DocumentCache(int mostDocuments, long mostBytes)
{
    /// <summary>A record that was looked at is kept with its parsed form and its statements.</summary>
    private const int WeightOfARecord = 16;

    private const int WeightOfAnEntry = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<DocumentKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public int Count => _entries.Count;

    /// <summary>What the documents weigh, an estimate of the memory that they hold.</summary>
    public long Bytes { get; private set; }

    public FetchedDocument? Find(DocumentKey key, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            if (node.Value.Until <= now)
            {
                Forget(node);
                return null;
            }

            _byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    public void Keep(DocumentKey key, FetchedDocument document, DateTimeOffset until)
    {
        var weight = WeightOf(key, document);
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var old))
            {
                _byUse.Remove(old);
                Forget(old);
            }

            // One that leaves no room for others is not worth it.
            if (weight > mostBytes / 4)
            {
                return;
            }

            _entries.Add(key, _byUse.AddFirst(new Entry(key, document, until, weight)));
            Bytes += weight;
            while ((Bytes > mostBytes || Count > mostDocuments) && _byUse.Last is { } last)
            {
                _byUse.RemoveLast();
                Forget(last);
            }
        }
    }

    private static long WeightOf(DocumentKey key, FetchedDocument document) =>
        WeightOfAnEntry + (2L * document.Address.Length)
        + ((long)document.Body.Length * (key.Wanted is WantedDocument.Dependency ? WeightOfARecord : 1));

    private void Forget(LinkedListNode<Entry> node)
    {
        _entries.Remove(node.Value.Key);
        Bytes -= node.Value.Weight;
    }

    private sealed record Entry(DocumentKey Key, FetchedDocument Document, DateTimeOffset Until, long Weight);
}
