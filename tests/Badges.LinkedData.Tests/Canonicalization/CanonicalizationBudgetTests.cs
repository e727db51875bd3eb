using System.Globalization;
using System.Security.Cryptography;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Canonicalization;

/// <summary>Datasets whose blank nodes nothing tells apart (RDF Dataset Canonicalization 1.0, section 7.1).</summary>
public sealed class CanonicalizationBudgetTests
{
    public static TheoryData<string> Poison => ["clique", "ring", "stars", "bipartite", "chain", "graphs"];

    [Theory]
    [MemberData(nameof(Poison))]
    public void Canonicalize_Poison_IsRefusedForLittle(string kind)
    {
        var dataset = Dataset(kind, 1_000);
        Attempt(Dataset(kind, 3));
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(dataset));

        // Allocated in all, most of it given back at once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 300_000_000);
    }

    [Theory]
    [InlineData("clique", 4)]
    [InlineData("ring", 20)]
    [InlineData("stars", 6)]
    [InlineData("bipartite", 3)]
    [InlineData("graphs", 4)]
    public void Canonicalize_AFewAlikeNodesUnderOtherNames_GivesTheSame(string kind, int count)
    {
        var dataset = Dataset(kind, count);

        var renamed = new RdfDataset([.. dataset.Quads.Reverse().Select(quad => quad with
        {
            Subject = Rename(quad.Subject),
            Object = Rename(quad.Object),
            Graph = quad.Graph is null ? null : Rename(quad.Graph),
        })]);

        Assert.Equal(Canonicalize(dataset).ToString(), Canonicalize(renamed).ToString());
    }

    [Fact]
    public void Canonicalize_ThousandsOfAlikeNodesThatLeadNowhere_IsDone()
    {
        var dataset = new RdfDataset([.. Enumerable.Range(0, 5_000).Select(number =>
            new Quad(new Iri("ex:s"), new Iri("ex:p"), Node(number), null))]);

        Assert.Equal(5_000, Canonicalize(dataset).IssuedIdentifiers.Count);
    }

    [Fact]
    public void Canonicalize_TenThousandDifferentNodes_IsDone()
    {
        var dataset = new RdfDataset([.. Enumerable.Range(0, 10_000).Select(number => new Quad(
            Node(number), new Iri("ex:p"),
            new Literal(number.ToString(CultureInfo.InvariantCulture), "http://www.w3.org/2001/XMLSchema#string"), null))]);

        Assert.Equal(10_000, Canonicalize(dataset).Lines.Count);
    }

    private static RdfDataset Dataset(string kind, int count)
    {
        var nodes = Enumerable.Range(0, count).ToList();
        Quad Link(int from, int to, RdfTerm? graph = null) => new(Node(from), new Iri("ex:p"), Node(to), graph);
        IEnumerable<Quad> quads = kind switch
        {
            "clique" => nodes.Take(60).SelectMany(
                from => nodes.Take(60).Where(to => to != from).Select(to => Link(from, to))),
            "ring" => nodes.Select(from => Link(from, (from + 1) % count)),
            "stars" => nodes.SelectMany(star => Enumerable.Range(1, 5).Select(ray => Link(star, count + (star * 5) + ray))),
            "bipartite" => nodes.Take(40).SelectMany(from => nodes.Take(40).Select(to => Link(from, count + to))),
            "chain" => nodes.Select(from => Link(from, from + 1)).Concat(nodes.Select(from => Link(from + 1, from))),
            _ => nodes.SelectMany(from => new[] { Link(from, (from + 1) % count, Node(2 * count)), Link((from + 1) % count, from, Node(2 * count)) }),
        };
        return new([.. quads]);
    }

    private static BlankNode Node(int number) => new(string.Create(CultureInfo.InvariantCulture, $"n{number}"));

    private static RdfTerm Rename(RdfTerm term) => term is BlankNode node ? new BlankNode("x" + node.Label) : term;

    private static CanonicalDataset Canonicalize(RdfDataset dataset) =>
        Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);

    private static void Attempt(RdfDataset dataset)
    {
        try
        {
            Canonicalize(dataset);
        }
        catch (CanonicalizationBudgetException)
        {
        }
    }
}
