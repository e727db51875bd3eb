using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The IRI mapping of a term. Create Term Definition, steps 13 to 18. JSON-LD 1.1 API, section 4.2.</summary>
internal sealed class TermIri(TermCreation terms)
{
    private readonly ActiveContext _active = terms.Active;
    private readonly IriExpansion _iris = terms.Processing.Iris;

    /// <returns>False when the term is ignored, for its value looks like a keyword.</returns>
    public bool TryRead(string term, Dictionary<string, JsonElement> members, out string? iri)
    {
        iri = null;
        if (members.ContainsKey("@reverse"))
        {
            return TryReadReverse(members, out iri); // 13
        }

        if (members.TryGetValue("@id", out var value)
            && !(value.ValueKind is JsonValueKind.String && JsonText.Of(value) == term))
        {
            return TryReadId(term, value, out iri); // 14
        }

        if (term.IndexOf(':', StringComparison.Ordinal) > 0)
        {
            iri = ExpandCompact(term); // 15
        }
        else if (term.Contains('/', StringComparison.Ordinal))
        {
            iri = _iris.Expand(_active, term, isVocab: true); // 16
            if (iri is null || !IriReference.IsAbsolute(iri))
            {
                throw new JsonLdException(JsonLdErrorCodes.InvalidIriMapping, term);
            }
        }
        else if (term == "@type")
        {
            iri = "@type"; // 17
        }
        else
        {
            iri = _active.Vocab is { } vocab
                ? _iris.Concatenate(vocab, term)
                : throw new JsonLdException(JsonLdErrorCodes.InvalidIriMapping, term); // 18
        }

        return true;
    }

    private bool TryReadReverse(Dictionary<string, JsonElement> members, out string? iri)
    {
        iri = null;
        var value = members["@reverse"];
        if (members.ContainsKey("@id") || members.ContainsKey("@nest"))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReverseProperty, value); // 13.1
        }

        var text = JsonText.Of(value, JsonLdErrorCodes.InvalidIriMapping); // 13.2
        if (!Keywords.Contains(text) && Keywords.HasForm(text))
        {
            return false; // 13.3
        }

        iri = _iris.Expand(_active, text, isVocab: true, terms: terms); // 13.4
        return iri is not null && IsIriOrBlank(iri)
            ? true
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidIriMapping, value);
    }

    private bool TryReadId(string term, JsonElement value, out string? iri)
    {
        iri = null;
        if (value.ValueKind is JsonValueKind.Null)
        {
            return true; // 14.1
        }

        var text = JsonText.Of(value, JsonLdErrorCodes.InvalidIriMapping); // 14.2.1
        if (!Keywords.Contains(text) && Keywords.HasForm(text))
        {
            return false; // 14.2.2
        }

        iri = _iris.Expand(_active, text, isVocab: true, terms: terms); // 14.2.3
        if (iri == "@context")
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidKeywordAlias, term);
        }

        if (iri is null || !(Keywords.Contains(iri) || IsIriOrBlank(iri)))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidIriMapping, value);
        }

        var isCompactOrRelative = term.AsSpan(1, Math.Max(0, term.Length - 2)).Contains(':')
            || term.Contains('/', StringComparison.Ordinal);
        if (isCompactOrRelative && !terms.Processing.IsVersion10)
        {
            terms.MarkDefined(term); // 14.2.4.1
            if (_iris.Expand(_active, term, isVocab: true, terms: terms) != iri)
            {
                throw new JsonLdException(JsonLdErrorCodes.InvalidIriMapping, term); // 14.2.4.2
            }
        }

        return true;
    }

    /// <summary>Step 15: a term that is a compact IRI itself.</summary>
    private string ExpandCompact(string term)
    {
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        var prefix = term[..colon];
        terms.DefineFirst(prefix); // 15.1
        return _active.Find(prefix) is { Iri: { } start } ? _iris.Concatenate(start, term.AsSpan(colon + 1)) // 15.2
            : IsIriOrBlank(term) ? term // 15.3
            : throw new JsonLdException(JsonLdErrorCodes.InvalidIriMapping, term);
    }

    private static bool IsIriOrBlank(string value) => value.Contains(':', StringComparison.Ordinal);
}
