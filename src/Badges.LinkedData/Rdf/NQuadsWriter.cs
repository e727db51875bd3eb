using System.Text;

namespace Badges.LinkedData.Rdf;

/// <summary>Writes a dataset as N-Quads, each statement in its canonical form, in the order of the dataset and with the
/// labels that it has. RDF 1.1 N-Quads.</summary>
public static class NQuadsWriter
{
    /// <summary>The document.</summary>
    public static string Write(RdfDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var output = new ByteBuffer(dataset.Quads.Count * 128);
        foreach (var quad in dataset.Quads)
        {
            WriteTerm(output, quad.Subject);
            output.Append((byte)' ');
            WriteTerm(output, quad.Predicate);
            output.Append((byte)' ');
            WriteTerm(output, quad.Object);
            if (quad.Graph is { } graph)
            {
                output.Append((byte)' ');
                WriteTerm(output, graph);
            }

            output.Append(" .\n"u8);
        }

        return Encoding.UTF8.GetString(output[..]);
    }

    private static void WriteTerm(ByteBuffer output, RdfTerm term)
    {
        switch (term)
        {
            case Iri iri when iri.Value.StartsWith("_:", StringComparison.Ordinal):
                output.Append(iri.Value); // a blank node as a property, in generalized RDF
                break;
            case Iri iri:
                NQuadsText.WriteIri(output, iri.Value);
                break;
            case Literal literal:
                NQuadsText.WriteLiteral(output, literal);
                break;
            case BlankNode blank:
                output.Append("_:"u8);
                output.Append(blank.Label);
                break;
        }
    }
}
