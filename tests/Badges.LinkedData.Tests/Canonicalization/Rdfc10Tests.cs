using System.Security.Cryptography;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Canonicalization;

public sealed class Rdfc10Tests
{
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
            Canonicalize(
                "<urn:b> <urn:p> \"1\" .\n<urn:a> <urn:p> \"1\" <urn:g> .\n<urn:a> <urn:p> \"1\" .\n").ToString());
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
        const string Document =
            "_:a <urn:p> _:b _:g .\n_:b <urn:p> _:a .\n_:b <urn:q> \"1\" .\n<urn:s> <urn:p> \"1\" .\n";
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
    public void Canonicalize_RandomStatementsSomeSaidTwice_DoNotDependOnOrderOrLabels()
    {
        var random = new Random(20260201);
        for (var round = 0; round < 400; round++)
        {
            var nodes = random.Next(2, 7);
            RdfTerm Node() => new BlankNode($"n{random.Next(nodes)}");
            RdfDataset dataset = new(
            [
                .. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                    new Quad(Node(), new Iri($"urn:p{random.Next(2)}"), Node(), random.Next(4) == 0 ? Node() : null)),
            ]);

            Assert.Equal(TryCanonicalize(dataset), TryCanonicalize(Shuffle(dataset, random)));
            Assert.Equal(TryCanonicalize(dataset), TryCanonicalize(new([.. dataset.Quads.Distinct()])));
        }
    }

    [Fact]
    public void Canonicalize_ByAnotherHash_IsRefused()
    {
        Assert.Throws<ArgumentException>(
            () => Rdfc10.Canonicalize(new([]), HashAlgorithmName.MD5, CanonicalizationBudget.Default));
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

        Quad[] quads =
        [
            .. from quad in dataset.Quads
               select new Quad(Rename(quad.Subject)!, quad.Predicate, Rename(quad.Object)!, Rename(quad.Graph)),
        ];
        random.Shuffle(quads);
        return new(quads);
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
