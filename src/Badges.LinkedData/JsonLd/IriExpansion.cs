namespace Badges.LinkedData.JsonLd;

/// <summary>IRI Expansion. JSON-LD 1.1 API, section 5.2.</summary>
internal sealed class IriExpansion(ReadingBudget budget)
{
    /// <summary>Expands a term, a compact IRI, or a reference: against the vocabulary, the base, both or
    /// neither.</summary>
    /// <param name="terms">The context being read, whose terms may have to be defined first; null outside of context
    /// processing.</param>
    /// <returns>An IRI, a blank node identifier, a keyword, a reference that could not be resolved, or null for a word
    /// that means nothing.</returns>
    public string? Expand(
        ActiveContext context, string value, bool isVocab, bool isDocumentRelative = false, TermCreation? terms = null)
    {
        if (Keywords.Contains(value))
        {
            return value; // 1
        }

        if (Keywords.HasForm(value))
        {
            return null; // 2
        }

        terms?.DefineFirst(value); // 3
        var definition = context.Find(value);
        if (definition is not null && (isVocab || (definition.Iri is { } iri && Keywords.Contains(iri))))
        {
            return definition.Iri; // 4, 5
        }

        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            var prefix = value.AsSpan(0, colon);
            if (prefix is "_" || value.AsSpan(colon + 1).StartsWith("//"))
            {
                return value; // 6.2
            }

            terms?.DefineFirst(prefix.ToString()); // 6.3
            if (context.Find(prefix) is { IsPrefix: true, Iri: { } start })
            {
                return Concatenate(start, value.AsSpan(colon + 1)); // 6.4
            }

            if (IriReference.IsAbsolute(value))
            {
                return value; // 6.5
            }
        }

        return isVocab && context.Vocab is { } vocab ? Concatenate(vocab, value) // 7
            : isDocumentRelative && context.Base is { } root ? Resolve(root, value) // 8
            : value; // 9
    }

    /// <summary>A name after what it is short for.</summary>
    public string Concatenate(string start, ReadOnlySpan<char> name)
    {
        budget.Spend(start.Length + name.Length, start);
        return string.Concat(start, name);
    }

    /// <summary>A reference resolved against a base.</summary>
    public string Resolve(string root, string reference)
    {
        budget.Spend(root.Length + reference.Length, root);
        return IriReference.Resolve(root, reference);
    }
}
