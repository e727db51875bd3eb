using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>The name of a node, a type or a property, fully expanded; as a value, a node object that holds nothing but
/// its <c>@id</c>. Terms have theirs made once, for all uses.</summary>
internal sealed class Name : ExpandedItem
{
    /// <summary>What means nothing at all: it can stand nowhere, unlike what has no name.</summary>
    public static readonly Name Nothing = new(string.Empty);

    public static readonly Name Type = new(RdfVocabulary.Type.Value);

    public Name(string text)
    {
        Text = text;
        IsBlank = text.StartsWith("_:", StringComparison.Ordinal);
        IsKeyword = Keywords.Contains(text);
        IsRelative = !text.Contains(':', StringComparison.Ordinal);
        Iri = !IsBlank && IriReference.IsWellFormed(text) ? new Iri(text) : null;
    }

    /// <summary>An IRI, a blank node identifier, a keyword, or a reference that could not be resolved.</summary>
    public string Text { get; }

    /// <summary>The IRI as RDF has it, or null when it cannot stand there.</summary>
    public Iri? Iri { get; }

    public bool IsBlank { get; }

    public bool IsKeyword { get; }

    public bool IsRelative { get; }
}
