namespace Badges.LinkedData.Rdf;

/// <summary>One statement of a dataset; <paramref name="Graph"/> is null in the default graph. RDF 1.1 N-Quads,
/// section 2.</summary>
/// <param name="Subject">An <see cref="Iri"/> or a <see cref="BlankNode"/>.</param>
/// <param name="Graph">An <see cref="Iri"/>, a <see cref="BlankNode"/> or null.</param>
public readonly record struct Quad(RdfTerm Subject, Iri Predicate, RdfTerm Object, RdfTerm? Graph);
