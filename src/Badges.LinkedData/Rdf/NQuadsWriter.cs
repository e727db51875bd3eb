using System.Buffers;
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
        var output = new ArrayBufferWriter<byte>();
        foreach (var quad in dataset.Quads)
        {
            WriteTerm(output, quad.Subject);
            output.Write(" "u8);
            WriteTerm(output, quad.Predicate);
            output.Write(" "u8);
            WriteTerm(output, quad.Object);
            if (quad.Graph is { } graph)
            {
                output.Write(" "u8);
                WriteTerm(output, graph);
            }

            output.Write(" .\n"u8);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteTerm(ArrayBufferWriter<byte> output, RdfTerm term)
    {
        switch (term)
        {
            case Iri iri when iri.Value.StartsWith("_:", StringComparison.Ordinal):
                Encoding.UTF8.GetBytes(iri.Value, output); // a blank node as a property, in generalized RDF
                break;
            case Iri iri:
                NQuadsText.WriteIri(output, iri.Value);
                break;
            case Literal literal:
                NQuadsText.WriteLiteral(output, literal);
                break;
            case BlankNode blank:
                Encoding.UTF8.GetBytes($"_:{blank.Label}", output);
                break;
        }
    }
}
