using System.Collections.Concurrent;

namespace Badges.LinkedData.JsonLd;

/// <summary>
/// What the words of a document mean at one place. It is filled while contexts are processed and never changed
/// afterwards; what follows from it under a scoped or a remote context is kept beside it. JSON-LD 1.1 API, section 4.1.
/// </summary>
internal sealed class ActiveContext
{
    private readonly Dictionary<string, TermDefinition> _terms;
    private readonly Dictionary<string, TermDefinition>.AlternateLookup<ReadOnlySpan<char>> _termsBySpan;
    private readonly ContextCache _cache;
    private readonly ActiveContext? _initial;
    private readonly int _depth;
    private KeywordAliases? _aliases;
    private ConcurrentDictionary<(object Source, bool IsTypeScoped), ActiveContext>? _derived;

    private ActiveContext(
        Dictionary<string, TermDefinition> terms, ContextCache cache, ActiveContext? initial, int depth)
    {
        _terms = terms;
        _termsBySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _cache = cache;
        _initial = initial;
        _depth = depth;
    }

    public string? Base { get; set; }

    public string? Vocab { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    /// <summary>The context to return to in the next node, when this one is not propagated.</summary>
    public ActiveContext? Previous { get; set; }

    /// <summary>The first thing that contexts said and that had to be dropped.</summary>
    public string? Loss { get; set; }

    /// <summary>The context that the document began with.</summary>
    public ActiveContext Initial => _initial ?? this;

    /// <summary>The base that the document came with, whatever contexts said since.</summary>
    public string? OriginalBase => Initial.Base;

    public int TermCount => _terms.Count;

    /// <summary>Whether nothing more is kept of what is processed under it.</summary>
    public bool IsCacheFull => _cache.IsFull;

    public KeywordAliases Aliases => _aliases ??= new(this, _terms);

    /// <summary>A context without terms.</summary>
    public static ActiveContext Begin(string? documentBase, ContextCache cache) =>
        new(new(StringComparer.Ordinal), cache, null, 0) { Base = documentBase };

    public TermDefinition? Find(string term) => _terms.GetValueOrDefault(term);

    public TermDefinition? Find(ReadOnlySpan<char> term) =>
        _termsBySpan.TryGetValue(term, out var definition) ? definition : null;

    public bool HasProtectedTerms()
    {
        foreach (var term in _terms.Values)
        {
            if (term.IsProtected)
            {
                return true;
            }
        }

        return false;
    }

    public void Define(string term, TermDefinition definition) => _terms[term] = definition;

    public TermDefinition? Remove(string term) => _terms.Remove(term, out var definition) ? definition : null;

    /// <summary>A copy to be changed.</summary>
    /// <param name="isInline">Whether it is changed by a context that the document itself brings along.</param>
    public ActiveContext Copy(bool isInline) => new(
        new(_terms, StringComparer.Ordinal), isInline ? _cache.ForInline() : _cache, Initial, _depth + 1)
    {
        Base = Base,
        Vocab = Vocab,
        Language = Language,
        Direction = Direction,
        Previous = Previous,
        Loss = Loss,
    };

    /// <summary>The context that the document began with, to return from later to the given one.</summary>
    public ActiveContext Restart(ActiveContext? previous) => previous is null ? Initial
        : new(new(StringComparer.Ordinal), _cache, Initial, _depth + 1) { Base = OriginalBase, Previous = previous };

    /// <summary>What is known to follow from this context and a source that is always the same: a term with a context
    /// of its own, or the address of a document.</summary>
    public ActiveContext? FindDerived(object source, bool isTypeScoped) =>
        _derived is not null && _derived.TryGetValue((source, isTypeScoped), out var known) ? known : null;

    /// <summary>Keeps what was found to follow, if there is room.</summary>
    /// <returns>What is kept: the same, or what another thread found before.</returns>
    public ActiveContext Keep(object source, bool isTypeScoped, ActiveContext made)
    {
        if (_depth > ContextCache.MaximumDepth || !_cache.TryTake(made._terms.Count))
        {
            return made;
        }

        var derived = _derived ?? Interlocked.CompareExchange(ref _derived, [], null) ?? _derived;
        return derived.GetOrAdd((source, isTypeScoped), made);
    }
}
