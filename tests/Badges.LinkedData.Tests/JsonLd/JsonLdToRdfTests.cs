using System.Text.Json;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>What the W3C's suite does not ask, found with random documents that another implementation
/// read.</summary>
public sealed class JsonLdToRdfTests
{
    private static readonly ContextDocuments NoContexts = ContextDocuments.Create([]);

    [Fact]
    public void Deserialize_MemberWithoutName_IsDropped()
    {
        var dataset = Deserialize("""{"": "nothing", "https://e.example/p": "something"}""");

        Assert.Equal(["""_:b0 <https://e.example/p> "something" ."""], dataset);
    }

    [Fact]
    public void Deserialize_PropertyWithoutValueInSafeMode_IsNoLoss()
    {
        var dataset = Deserialize("""{"https://e.example/p": []}""", JsonLdOptions.Safe);

        Assert.Empty(dataset);
    }

    [Theory]
    [InlineData("""{"https://e.example/p": [], "@graph": [{"https://e.example/q": 1}]}""")]
    [InlineData(
        """{"@context": {"p": {"@reverse": "ex:p"}}, "p": [], "@graph": [{"https://e.example/q": 1}]}""")]
    public void Deserialize_GraphBesideAPropertyWithoutValue_IsAGraphOfItsOwn(string document)
    {
        var dataset = Deserialize(document);

        Assert.Equal(
            ["""_:b1 <https://e.example/q> "1"^^<http://www.w3.org/2001/XMLSchema#integer> _:b0 ."""], dataset);
    }

    [Fact]
    public void Deserialize_ListOfASubjectThatCannotStandInRdf_IsDroppedButNotTheNodesInIt()
    {
        var dataset = Deserialize(
            """
            {
              "@id": "relative",
              "https://e.example/p": {
                "@list": ["dropped", {"@id": "https://e.example/1", "https://e.example/p": "kept"}]
              }
            }
            """);

        Assert.Equal(["""<https://e.example/1> <https://e.example/p> "kept" ."""], dataset);
    }

    [Fact]
    public void Deserialize_GraphWhoseNameCannotStandInRdf_IsDroppedButNotTheGraphsInIt()
    {
        var dataset = Deserialize(
            """
            {
              "@id": "relative",
              "@graph": {
                "@id": "https://e.example/graph",
                "https://e.example/p": "dropped",
                "@graph": {"@id": "https://e.example/1", "https://e.example/p": "kept"}
              }
            }
            """);

        Assert.Equal(["""<https://e.example/1> <https://e.example/p> "kept" <https://e.example/graph> ."""], dataset);
    }

    [Theory]
    [InlineData("@id")]
    [InlineData("@vocab")]
    public void Deserialize_ReferenceToAReservedWord_IsDropped(string type)
    {
        var dataset = Deserialize(
            $$$"""{"@context": {"p": {"@id": "https://e.example/p", "@type": "{{{type}}}"}}, "p": "@reserved"}""");

        Assert.Empty(dataset);
    }

    [Fact]
    public void Deserialize_TermIgnoredForItsReservedWord_IsNotReadFurther()
    {
        var dataset = Deserialize(
            """{"@context": {"p": {"@id": "@reserved", "@container": "@value"}}, "p": "dropped"}""");

        Assert.Empty(dataset);
    }

    [Theory]
    [InlineData("""{"@context": [{"@propagate": "yes"}, {}]}""", JsonLdErrorCodes.InvalidPropagateValue)]
    [InlineData(
        """{"@context": {"p": {"@id": "https://e.example/p", "@context": [{"@propagate": "yes"}]}}}""",
        JsonLdErrorCodes.InvalidScopedContext)]
    public void Deserialize_PropagateThatIsNoBooleanInOneOfSeveralContexts_IsRefused(string document, string code)
    {
        var refusal = Assert.Throws<JsonLdException>(() => Deserialize(document));

        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Deserialize_IndexThatIsAPropertyOfJson_IsJson()
    {
        var dataset = Deserialize(
            """
            {
              "@context": {
                "i": {"@id": "https://e.example/i", "@type": "@json"},
                "p": {"@id": "https://e.example/p", "@container": "@index", "@index": "i"}
              },
              "p": {"é": {"@id": "https://e.example/1"}}
            }
            """);

        Assert.Contains(
            """
            <https://e.example/1> <https://e.example/i> "\"é\""^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .
            """,
            dataset);
    }

    [Theory]
    [InlineData("a/../b", "https://e.example/x/b")]
    [InlineData("../../../b", "https://e.example/b")]
    [InlineData("./", "https://e.example/x/")]
    [InlineData("..", "https://e.example/")]
    [InlineData("/a/./b/..", "https://e.example/a/")]
    [InlineData("?q=../a", "https://e.example/x/y?q=../a")]
    [InlineData("#f", "https://e.example/x/y?query#f")]
    [InlineData("//h/a/../b?c", "https://h/b?c")]
    [InlineData("", "https://e.example/x/y?query")]
    public void Deserialize_ReferenceUnderABase_IsResolvedAsRfc3986Says(string reference, string iri)
    {
        var dataset = Deserialize(
            $$"""{"@context": {"@base": "https://e.example/x/y?query#old"}, "@id": "{{reference}}", "ex:p": 1}""");

        Assert.StartsWith($"<{iri}> ", Assert.Single(dataset), StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_TwoIndexesOfANodeInTwoGraphs_DoNotConflict()
    {
        var dataset = Deserialize(
            """
            {
              "@id": "https://e.example/1",
              "@index": "one",
              "https://e.example/p": 1,
              "@graph": {"@id": "https://e.example/1", "@index": "two", "https://e.example/p": 2}
            }
            """);

        Assert.Equal(2, dataset.Length);
    }

    [Fact]
    public void Deserialize_TwoIndexesOfANodeInOneGraph_Conflict()
    {
        var refusal = Assert.Throws<JsonLdException>(() => Deserialize(
            """
            {
              "@id": "https://e.example/1",
              "@index": "one",
              "https://e.example/p": {"@id": "https://e.example/1", "@index": "two"}
            }
            """));

        Assert.Equal(JsonLdErrorCodes.ConflictingIndexes, refusal.Code);
    }

    private static string[] Deserialize(string document, JsonLdOptions? options = null) =>
        NQuadsWriter
            .Write(JsonLdToRdf.Deserialize(
                JsonElement.Parse(document), NoContexts, options ?? JsonLdOptions.Default))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
