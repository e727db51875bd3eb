using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Canonicalization;

/// <summary>Datasets whose blank nodes nothing tells apart (RDF Dataset Canonicalization 1.0, section 7.1): refused or
/// done, within a second and 100 MB.</summary>
public sealed class CanonicalizationBudgetTests
{
    private static readonly Iri Property = new("urn:p");

    [Theory]
    [InlineData("clique", 10)]
    [InlineData("clique", 100)]
    [InlineData("ring", 5_000)]
    [InlineData("chain", 5_000)]
    [InlineData("chain both ways", 5_000)]
    [InlineData("grid", 40)]
    [InlineData("cube", 10)]
    [InlineData("stars", 1_000)]
    [InlineData("two stars", 5_000)]
    [InlineData("all to all", 60)]
    [InlineData("ring in one graph", 1_000)]
    public void Canonicalize_AlikeNodesWithoutEnd_IsRefused(string shape, int size)
    {
        var dataset = Shape(shape, size);

        Within(TimeSpan.FromSeconds(1), 100_000_000, () =>
            Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(dataset)));
    }

    [Theory]
    [InlineData("alone", 10_000)]
    [InlineData("named", 10_000)]
    [InlineData("pairs", 5_000)]
    [InlineData("star", 5_000)]
    [InlineData("graphs", 5_000)]
    public void Canonicalize_ThousandsOfNodesThatLeadNowhere_IsDone(string shape, int size)
    {
        var dataset = Shape(shape, size);
        CanonicalDataset? canonical = null;

        Within(TimeSpan.FromSeconds(1), 100_000_000, () => canonical = Canonicalize(dataset));

        Assert.Equal(dataset.Quads.Count, canonical!.Lines.Distinct().Count());
    }

    [Fact]
    public void Canonicalize_OneStepMoreThanTheBudget_IsRefused()
    {
        var dataset = Shape("pairs", 2);
        CanonicalDataset Canonicalize(int steps, int depth) =>
            Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, new(steps, depth));
        var needed = Enumerable.Range(1, 100).First(steps => Record.Exception(() => Canonicalize(steps, 2)) is null);

        Assert.Equal(Canonicalize(1_000, 10).ToString(), Canonicalize(needed, 2).ToString());
        Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(needed - 1, 2));
        Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(needed, 1));
    }

    private static RdfDataset Shape(string shape, int size)
    {
        var numbers = Enumerable.Range(0, size);
        var literal = new Literal("x", "urn:t");
        return new(shape switch
        {
            "alone" => [.. numbers.Select(n => new Quad(Node(n), Property, literal, null))],
            "named" => [.. numbers.Select(n => new Quad(Node(n), Property, new Literal(Text(n), "urn:t"), null))],
            "graphs" => [.. numbers.Select(n => new Quad(new Iri("urn:s"), Property, literal, Node(n)))],
            "pairs" => [.. numbers.Select(n => Link(n, size + n))],
            "star" => [.. numbers.Select(n => Link(size, n))],
            "stars" => [.. numbers.SelectMany(n => Enumerable.Range(1, 5).Select(ray => Link(n, (ray * size) + n)))],
            "two stars" => [.. numbers.Select(n => Link(-1, n)), .. numbers.Select(n => Link(-2, size + n))],
            "all to all" => [.. numbers.SelectMany(n => numbers.Select(m => Link(n, size + m)))],
            "clique" => [.. numbers.SelectMany(n => numbers.Where(m => m != n).Select(m => Link(n, m)))],
            "ring" => [.. numbers.Select(n => Link(n, (n + 1) % size))],
            "ring in one graph" => [.. numbers.Select(n => Link(n, (n + 1) % size) with { Graph = Node(-1) })],
            "chain" => [.. numbers.Select(n => Link(n, n + 1))],
            "chain both ways" => [.. numbers.Select(n => Link(n, n + 1)), .. numbers.Select(n => Link(n + 1, n))],
            "grid" => [.. Enumerable.Range(0, size * size).SelectMany(
                n => new[] { Link(n, (n + size) % (size * size)), Link(n, (n / size * size) + ((n + 1) % size)) })],
            _ => [.. Enumerable.Range(0, 1 << size).SelectMany(n => numbers.Select(bit => Link(n, n ^ (1 << bit))))],
        });
    }

    private static Quad Link(int from, int to) => new(Node(from), Property, Node(to), null);

    private static BlankNode Node(int number) => new($"n{Text(number)}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CanonicalDataset Canonicalize(RdfDataset dataset) =>
        Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);

    private static void Within(TimeSpan time, long bytes, Action work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        work();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, time);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, bytes);
    }
}
