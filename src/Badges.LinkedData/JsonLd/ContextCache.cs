namespace Badges.LinkedData.JsonLd;

/// <summary>How many processed contexts are kept, by the terms in them: for the documents of a closed set in common,
/// for what a document brings along as long as it is read.</summary>
internal sealed class ContextCache
{
    /// <summary>How many contexts that follow from each other are kept.</summary>
    public const int MaximumDepth = 32;

    private const int MaximumShared = 200_000;
    private const int MaximumPrivate = 50_000;

    private readonly bool _isPrivate;
    private int _terms;

    private ContextCache(int terms, bool isPrivate)
    {
        _terms = terms;
        _isPrivate = isPrivate;
    }

    public bool IsFull => Volatile.Read(ref _terms) <= 0;

    /// <summary>The cache of a closed set of documents.</summary>
    public static ContextCache Shared() => new(MaximumShared, isPrivate: false);

    /// <summary>The cache of one document.</summary>
    public static ContextCache Private() => new(MaximumPrivate, isPrivate: true);

    /// <summary>The cache for what hangs on a context that a document brings along.</summary>
    public ContextCache ForInline() => _isPrivate ? this : Private();

    /// <summary>Takes room for a context of so many terms.</summary>
    /// <returns>False when there is none left.</returns>
    public bool TryTake(int terms) => !IsFull && Interlocked.Add(ref _terms, -terms - 1) >= 0;
}
