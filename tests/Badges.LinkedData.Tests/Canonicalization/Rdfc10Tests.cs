using System.Diagnostics;
using System.Security.Cryptography;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Canonicalization;

public sealed class Rdfc10Tests
{
    private static readonly Iri Property = new("urn:p");

    [Fact]
    public void Canonicalize_BlankNodes_AreNamedByWhatIsSaidOfThem()
    {
        var canonical = Canonicalize("_:x <urn:knows> _:y .\n_:x <urn:name> \"Léa\" .\n_:y <urn:name> \"Noé\" .\n");

        Assert.Equal(
            "_:c14n0 <urn:name> \"Noé\" .\n_:c14n1 <urn:knows> _:c14n0 .\n_:c14n1 <urn:name> \"Léa\" .\n",
            canonical.ToString());
        Assert.Equal("c14n1", canonical.IssuedIdentifiers["x"]);
        Assert.Equal("c14n0", canonical.IssuedIdentifiers["y"]);
        Assert.Equal(canonical.ToString(), string.Concat(canonical.Lines));
        Assert.Equal(3, canonical.Lines.Count);
    }

    [Fact]
    public void Canonicalize_NothingOrNoBlankNode_IsSortedOnly()
    {
        Assert.Equal("", Canonicalize("").ToString());
        Assert.Empty(Canonicalize("").Lines);
        Assert.Equal(
            "<urn:a> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\" <urn:g> .\n<urn:b> <urn:p> \"1\" .\n",
            Canonicalize("<urn:b> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\" <urn:g> .\n<urn:a> <urn:p> \"1\" .\n").ToString());
    }

    [Fact]
    public void Canonicalize_BeyondThePlaneOfUtf16_IsSortedByCodePoints()
    {
        var canonical = Canonicalize("<urn:s> <urn:p> \"😀\" .\n<urn:s> <urn:p> \"\uFF5E\" .\n");

        Assert.Equal("<urn:s> <urn:p> \"\uFF5E\" .\n<urn:s> <urn:p> \"😀\" .\n", canonical.ToString());
    }

    [Fact]
    public void Canonicalize_StatementsSaidTwice_CountOnce()
    {
        const string Document = "_:a <urn:p> _:b _:g .\n_:b <urn:p> _:a .\n_:b <urn:q> \"1\" .\n<urn:s> <urn:p> \"1\" .\n";
        var dataset = NQuadsReader.TryRead(Document, out _)!;

        var twice = Canonicalize(new RdfDataset([.. dataset.Quads, .. dataset.Quads.Reverse()]));

        Assert.Equal(Canonicalize(dataset).ToString(), twice.ToString());
        Assert.Equal(4, twice.Lines.Count);
    }

    [VectorsFact]
    public void Canonicalize_SuiteInAnyOrderUnderAnyLabels_GivesTheSame()
    {
        var random = new Random(20260201);
        var folder = Path.Combine(SharedData.Vectors!, "w3c-rdf-canon", "rdfc10");
        foreach (var file in Directory.EnumerateFiles(folder, "*-in.nq").Order(StringComparer.Ordinal))
        {
            var dataset = NQuadsReader.TryRead(File.ReadAllText(file), out _)!;
            var expected = TryCanonicalize(dataset);

            for (var round = 0; round < 5; round++)
            {
                Assert.Equal(expected, TryCanonicalize(Shuffle(dataset, random)));
            }
        }
    }

    [Fact]
    public void Canonicalize_RandomGraphsOfAlikeNodes_DoNotDependOnOrderOrLabels()
    {
        var random = new Random(20260201);
        for (var round = 0; round < 400; round++)
        {
            var nodes = random.Next(2, 7);
            RdfTerm Node() => new BlankNode($"n{random.Next(nodes)}");
            RdfDataset dataset = new(
            [
                .. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                    new Quad(Node(), new Iri($"urn:p{random.Next(2)}"), Node(), random.Next(4) == 0 ? Node() : null)).Distinct(),
            ]);

            Assert.Equal(TryCanonicalize(dataset), TryCanonicalize(Shuffle(dataset, random)));
        }
    }

    [Fact]
    public void Canonicalize_ByAnotherHash_IsRefused()
    {
        Assert.Throws<ArgumentException>(
            () => Rdfc10.Canonicalize(new([]), HashAlgorithmName.MD5, CanonicalizationBudget.Default));
    }

    public static TheoryData<string, int> Poison => new()
    {
        { "clique", 10 }, { "clique", 100 }, { "ring", 5_000 }, { "chain", 5_000 }, { "grid", 40 }, { "cube", 10 },
        { "two stars", 5_000 }, { "two by two", 60 },
    };

    [Theory]
    [MemberData(nameof(Poison))]
    public void Canonicalize_AlikeNodesWithoutEnd_IsRefusedSoonAndInLittleMemory(string shape, int size)
    {
        var dataset = Shape(shape, size);

        Within(TimeSpan.FromSeconds(1), 100_000_000, () =>
            Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(dataset)));
    }

    [Theory]
    [InlineData("alone", 10_000)]
    [InlineData("pairs", 5_000)]
    [InlineData("star", 5_000)]
    [InlineData("graphs", 5_000)]
    public void Canonicalize_AlikeNodesByTheThousand_AreNamedSoonAndInLittleMemory(string shape, int size)
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
        CanonicalDataset Canonicalize(int steps) => Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, new(steps, 2));
        var needed = Enumerable.Range(1, 100).First(steps => Record.Exception(() => Canonicalize(steps)) is null);

        Assert.Equal(Canonicalize(1_000).ToString(), Canonicalize(needed).ToString());
        Assert.Throws<CanonicalizationBudgetException>(() => Canonicalize(needed - 1));
        Assert.Throws<CanonicalizationBudgetException>(
            () => Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, new(needed, 1)));
    }

    private static RdfDataset Shape(string shape, int size)
    {
        Quad Link(int from, int to) => new(new BlankNode($"n{from}"), Property, new BlankNode($"n{to}"), null);
        var numbers = Enumerable.Range(0, size);
        var literal = new Literal("x", "urn:t");
        return new(shape switch
        {
            "alone" => [.. numbers.Select(n => new Quad(new BlankNode($"n{n}"), Property, literal, null))],
            "graphs" => [.. numbers.Select(n => new Quad(new Iri("urn:s"), Property, literal, new BlankNode($"n{n}")))],
            "pairs" => [.. numbers.Select(n => Link(n, size + n))],
            "star" => [.. numbers.Select(n => Link(size, n))],
            "two stars" => [.. numbers.Select(n => Link(-1, n)), .. numbers.Select(n => Link(-2, size + n))],
            "two by two" => [.. numbers.SelectMany(n => numbers.Select(m => Link(n, size + m)))],
            "clique" => [.. numbers.SelectMany(n => numbers.Where(m => m != n).Select(m => Link(n, m)))],
            "ring" => [.. numbers.Select(n => Link(n, (n + 1) % size))],
            "chain" => [.. numbers.Select(n => Link(n, n + 1))],
            "grid" => [.. Enumerable.Range(0, size * size).SelectMany(
                n => new[] { Link(n, (n + size) % (size * size)), Link(n, (n / size * size) + ((n + 1) % size)) })],
            _ => [.. Enumerable.Range(0, 1 << size).SelectMany(n => numbers.Select(bit => Link(n, n ^ (1 << bit))))],
        });
    }

    private static RdfDataset Shuffle(RdfDataset dataset, Random random)
    {
        var labels = new Dictionary<string, string>();
        RdfTerm? Rename(RdfTerm? term)
        {
            if (term is not BlankNode blank)
            {
                return term;
            }

            if (!labels.TryGetValue(blank.Label, out var label))
            {
                label = $"r{random.Next()}.{labels.Count}";
                labels.Add(blank.Label, label);
            }

            return new BlankNode(label);
        }

        var quads = dataset.Quads
            .Select(quad => new Quad(Rename(quad.Subject)!, quad.Predicate, Rename(quad.Object)!, Rename(quad.Graph))).ToArray();
        random.Shuffle(quads);
        return new(quads);
    }

    private static void Within(TimeSpan time, long bytes, Action work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        work();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, time);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, bytes);
    }

    private static string? TryCanonicalize(RdfDataset dataset)
    {
        try
        {
            return Canonicalize(dataset).ToString();
        }
        catch (CanonicalizationBudgetException)
        {
            return null;
        }
    }

    private static CanonicalDataset Canonicalize(string document) =>
        Canonicalize(NQuadsReader.TryRead(document, out _)!);

    private static CanonicalDataset Canonicalize(RdfDataset dataset) =>
        Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
}
