using System.Collections.Concurrent;

namespace Badges.LinkedData.JsonLd;

/// <summary>
/// What the words of a document mean at one place. It is filled while contexts are processed and never changed
/// afterwards; what follows from it under a scoped or a remote context is kept beside it. JSON-LD 1.1 API, section 4.1.
/// </summary>
internal sealed class ActiveContext
{
    private readonly Dictionary<string, TermDefinition> _terms;
    private readonly ContextCache _cache;
    private readonly int _depth;
    private ConcurrentDictionary<(object Source, bool IsTypeScoped), ActiveContext>? _derived;
    private string[]? _typeWords;

    private ActiveContext(Dictionary<string, TermDefinition> terms, ContextCache cache, int depth)
    {
        _terms = terms;
        _cache = cache;
        _depth = depth;
    }

    public string? Base { get; set; }

    /// <summary>The base that the document came with, whatever contexts said since.</summary>
    public string? OriginalBase { get; private init; }

    public string? Vocab { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    /// <summary>The context to return to in the next node, when this one is not propagated.</summary>
    public ActiveContext? Previous { get; set; }

    /// <summary>Whether nothing more is kept of what is processed under it.</summary>
    public bool IsCacheFull => _cache.IsFull;

    public bool HasProtectedTerms => _terms.Values.Any(term => term.IsProtected);

    /// <summary>The words that mean <c>@type</c>.</summary>
    public IReadOnlyList<string> TypeWords => _typeWords ??=
        ["@type", .. from term in _terms where term.Value.Iri == "@type" && term.Key != "@type" select term.Key];

    /// <summary>A context without terms.</summary>
    public static ActiveContext Initial(string? documentBase, ContextCache cache) =>
        new(new(StringComparer.Ordinal), cache, 0) { Base = documentBase, OriginalBase = documentBase };

    public TermDefinition? Find(string term) => _terms.GetValueOrDefault(term);

    public TermDefinition? Find(ReadOnlySpan<char> term) =>
        _terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var definition) ? definition : null;

    public void Define(string term, TermDefinition definition)
    {
        _cache.Spend(1);
        _terms[term] = definition;
    }

    public TermDefinition? Remove(string term) => _terms.Remove(term, out var definition) ? definition : null;

    /// <summary>A copy to be changed.</summary>
    public ActiveContext Copy(bool isShared)
    {
        _cache.Spend(_terms.Count / 4);
        return new(new(_terms, StringComparer.Ordinal), isShared ? _cache : _cache.Private(), _depth + 1)
        {
            Base = Base,
            OriginalBase = OriginalBase,
            Vocab = Vocab,
            Language = Language,
            Direction = Direction,
            Previous = Previous,
        };
    }

    /// <summary>The initial context that this one began with.</summary>
    public ActiveContext Restart(bool keepsPrevious) =>
        new(new(StringComparer.Ordinal), _cache, _depth)
        {
            Base = OriginalBase,
            OriginalBase = OriginalBase,
            Previous = keepsPrevious ? Previous : null,
        };

    /// <summary>What follows from this context and a source that is always the same: a term's scoped context, or the
    /// addresses of remote ones.</summary>
    public ActiveContext Derive(object source, bool isTypeScoped, Func<ActiveContext> make)
    {
        if (_derived is not null && _derived.TryGetValue((source, isTypeScoped), out var known))
        {
            return known;
        }

        var made = make();
        if (_depth <= ContextCache.MaximumDepth && _cache.TryKeepOne())
        {
            var derived = _derived ?? Interlocked.CompareExchange(ref _derived, [], null) ?? _derived;
            return derived.GetOrAdd((source, isTypeScoped), made);
        }

        return made;
    }
}
