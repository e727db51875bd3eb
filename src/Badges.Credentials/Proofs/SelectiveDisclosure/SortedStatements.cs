using System.Text;
using Badges.LinkedData.Rdf;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>Statements in the order of their lines, their blank nodes under other labels. Data Integrity ECDSA
/// Cryptosuites 1.0, section 3.4.1 (labelReplacementCanonicalizeNQuads).</summary>
internal static class SortedStatements
{
    /// <summary>The lines, in the order of their code points, each once.</summary>
    public static List<string> Write(RdfDataset dataset, Func<string, string> label)
    {
        RdfTerm Rename(RdfTerm term) => term is BlankNode blank ? new BlankNode(label(blank.Label)) : term;

        var lines = dataset.Quads
            .Select(quad => new Quad(
                Rename(quad.Subject), quad.Predicate, Rename(quad.Object),
                quad.Graph is { } graph ? Rename(graph) : null))
            .Select(quad => NQuadsWriter.Write(new RdfDataset([quad])))
            .Distinct(StringComparer.Ordinal)
            .Select(line => (Text: line, Bytes: Encoding.UTF8.GetBytes(line)))
            .ToList();
        lines.Sort((one, other) => one.Bytes.AsSpan().SequenceCompareTo(other.Bytes));
        return lines.ConvertAll(line => line.Text);
    }
}
