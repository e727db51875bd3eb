namespace Badges.LinkedData.Rdf;

/// <summary>What a quad is made of: an <see cref="Iri"/>, a <see cref="BlankNode"/> or a <see cref="Literal"/>.
/// RDF 1.1 Concepts, section 3.</summary>
public abstract record RdfTerm
{
    private protected RdfTerm()
    {
    }
}

/// <summary>An absolute IRI, as written; no normalisation is applied. RDF 1.1 Concepts, section 3.2.</summary>
public sealed record Iri(string Value) : RdfTerm;

/// <summary>A node without a name of its own; the label, without <c>_:</c>, holds within one dataset. RDF 1.1
/// Concepts, section 3.4.</summary>
public sealed record BlankNode(string Label) : RdfTerm;

/// <summary>A value with its datatype, and its language tag when the datatype is <c>rdf:langString</c>. RDF 1.1
/// Concepts, section 3.3.</summary>
public sealed record Literal(string Value, string Datatype, string? Language = null) : RdfTerm;
