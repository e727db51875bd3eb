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
public sealed record Iri(string Value) : RdfTerm
{
    // Terms are looked up far more often than they are made.
    private readonly int _hash = Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The IRI, as written.</summary>
    public string Value { get; } = Value;

    /// <inheritdoc/>
    public bool Equals(Iri? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Value == other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>A node without a name of its own; the label, without <c>_:</c>, holds within one dataset. RDF 1.1
/// Concepts, section 3.4.</summary>
public sealed record BlankNode(string Label) : RdfTerm
{
    private readonly int _hash = ~Label.GetHashCode(StringComparison.Ordinal);

    /// <summary>The label, without <c>_:</c>.</summary>
    public string Label { get; } = Label;

    /// <inheritdoc/>
    public bool Equals(BlankNode? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Label == other.Label);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>A value with its datatype, and its language tag when the datatype is <c>rdf:langString</c>. RDF 1.1
/// Concepts, section 3.3.</summary>
public sealed record Literal(string Value, string Datatype, string? Language = null) : RdfTerm
{
    /// <inheritdoc/>
    public bool Equals(Literal? other) => ReferenceEquals(this, other)
        || (other is not null && Value == other.Value && Datatype == other.Datatype && Language == other.Language);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
