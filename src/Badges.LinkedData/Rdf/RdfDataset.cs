namespace Badges.LinkedData.Rdf;

/// <summary>A set of statements: each of them once, in the order in which they were first said. RDF 1.1 Concepts,
/// section 4.</summary>
public sealed record RdfDataset(IReadOnlyList<Quad> Quads);
