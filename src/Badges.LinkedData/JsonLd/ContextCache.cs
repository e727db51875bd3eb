namespace Badges.LinkedData.JsonLd;

/// <summary>How many processed contexts are kept, and how much work may go into making them: for the documents of a
/// closed set in common, for each inline context by itself.</summary>
internal sealed class ContextCache
{
    /// <summary>How many scoped contexts within each other are kept.</summary>
    public const int MaximumDepth = 8;

    private const int MaximumKept = 1024;
    private const int MaximumPrivateKept = 64;
    private const int MaximumWork = 4_000_000;

    private readonly bool _isPrivate;
    private int _kept;
    private int _work;

    private ContextCache(int kept, bool isPrivate)
    {
        _kept = kept;
        _isPrivate = isPrivate;
    }

    /// <summary>The cache of a closed set of documents.</summary>
    public static ContextCache OfDocuments() => new(MaximumKept, isPrivate: false);

    /// <summary>The cache of one document, without any that is shared.</summary>
    public static ContextCache OfDocument() => new(MaximumPrivateKept, isPrivate: true);

    /// <summary>The cache for what hangs on one document's own contexts.</summary>
    public ContextCache Private() => _isPrivate ? this : new(MaximumPrivateKept, isPrivate: true);

    public bool IsFull => Volatile.Read(ref _kept) <= 0;

    public bool TryKeepOne() => Volatile.Read(ref _kept) > 0 && Interlocked.Decrement(ref _kept) >= 0;

    /// <summary>Counts terms made or copied, for contexts that a document brings along.</summary>
    public void Spend(int terms)
    {
        if (_isPrivate && (_work += terms) > MaximumWork)
        {
            throw new JsonLdException(JsonLdErrorCodes.TooIntricate, "@context");
        }
    }
}
