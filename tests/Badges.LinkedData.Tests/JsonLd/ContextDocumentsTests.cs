using System.Globalization;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>The closed set of contexts, and what is kept of it.</summary>
public sealed class ContextDocumentsTests
{
    private static readonly ContextDocuments Documents = ContextDocuments.Create(Enumerable.Range(0, 8).Select(
        number => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}"),
            (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(
                $$"""{"@context":{"t{{number}}":"ex:{{number}}","T":{"@id":"ex:T","@context":{"s":"ex:s"} } } }"""))));

    [Fact]
    public void Deserialize_MoreOrdersOfContextsThanAreKept_StaysRight()
    {
        var orders = Permutations([0, 1, 2, 3, 4, 5, 6]).Take(3_000).ToList();

        Assert.All(orders, order =>
        {
            var contexts = string.Join(',', order.Select(number => $"\"https://example.org/{number}\""));
            var dataset = Deserialize($$"""{"@context":[{{contexts}}],"@type":"T","t3":"x","s":"y"}""");
            Assert.Equal(3, dataset.Quads.Count);
        });
    }

    [Fact]
    public void Deserialize_TheSameContextsOverAndOver_IsRefused()
    {
        var terms = string.Join(',', Enumerable.Range(0, 300).Select(number => $"\"t{number}\":\"ex:{number}\""));
        var large = ContextDocuments.Create(
            [KeyValuePair.Create("https://example.org/large", Utf8($$"""{"@context":{ {{terms}} } }"""))]);
        var contexts = string.Join(',', Enumerable.Repeat("\"https://example.org/large\"", 15_000));
        var document = JsonElement.Parse($$"""{"@context":[{{contexts}}],"t1":"x"}""");

        var fault = Assert.Throws<JsonLdException>(
            () => JsonLdToRdf.Deserialize(document, large, JsonLdOptions.Safe));

        Assert.Equal(JsonLdErrorCodes.TooIntricate, fault.Code);
    }

    [Theory]
    [InlineData("""["https://example.org/1\nhttps://example.org/2"]""")]
    [InlineData("\"https://example.org/1\\nhttps://example.org/2\\n\"")]
    public void Deserialize_OneAddressThatLooksLikeTwoThatWereRead_IsUnknown(string contexts)
    {
        Deserialize("""{"@context":["https://example.org/1","https://example.org/2"],"t1":"x"}""");

        var fault = Assert.Throws<JsonLdException>(() => Deserialize($$"""{"@context":{{contexts}},"t1":"x"}"""));

        Assert.Equal(JsonLdErrorCodes.LoadingRemoteContextFailed, fault.Code);
    }

    [Fact]
    public async Task Deserialize_FromManyThreads_IsAlwaysTheSame()
    {
        const string Document = """
            {"@context":["https://example.org/1"],"@id":"ex:a","@type":"T","t1":{"@type":"T","s":"y"}}
            """;

        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            _ => Task.Run(() => NQuadsWriter.Write(Deserialize(Document)))));

        Assert.Single(all.Distinct());
    }

    [Fact]
    public void Deserialize_ContextsThatWereProcessed_CostsNothingForThem()
    {
        const string Document = """{"@context":["https://example.org/large","https://example.org/6"],"t7":"x"}""";
        var large = WithLarge();

        var first = Allocate(large, Document);
        var second = Allocate(large, Document);

        Assert.InRange(second, 0, first / 50);
    }

    [Fact]
    public void Deserialize_ThousandsOfInlineContexts_LeavesWhatIsKeptOfTheOthers()
    {
        const string Document = """{"@context":"https://example.org/large","t7":"x"}""";
        var large = WithLarge();
        var first = Allocate(large, Document);

        for (var number = 0; number < 3_000; number++)
        {
            Allocate(large, $$"""{"@context":["https://example.org/large",{"n{{number}}":"ex:n"}],"n{{number}}":"x"}""");
        }

        Assert.InRange(Allocate(large, Document), 0, first / 50);
    }

    [Fact]
    public void Create_DocumentThatIsNotJson_Throws() => Assert.ThrowsAny<JsonException>(() => ContextDocuments.Create(
        [KeyValuePair.Create("https://example.org/", (ReadOnlyMemory<byte>)"{"u8.ToArray())]));

    private static ContextDocuments WithLarge()
    {
        var terms = string.Join(',', Enumerable.Range(0, 1_000).Select(number => $"\"t{number}\":\"ex:{number}\""));
        return ContextDocuments.Create(
        [
            KeyValuePair.Create("https://example.org/large", Utf8($$"""{"@context":{ {{terms}} } }""")),
            KeyValuePair.Create("https://example.org/6", Utf8("""{"@context":{"t6":"ex:6"} }""")),
        ]);
    }

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes that reading a document takes.</summary>
    private static long Allocate(ContextDocuments contexts, string document)
    {
        var json = JsonElement.Parse(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(JsonLdToRdf.Deserialize(json, contexts, JsonLdOptions.Safe).Quads);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static RdfDataset Deserialize(string document) =>
        JsonLdToRdf.Deserialize(JsonElement.Parse(document), Documents, JsonLdOptions.Safe);

    private static IEnumerable<List<int>> Permutations(List<int> numbers) => numbers.Count == 0
        ? [[]]
        : numbers.SelectMany(first => Permutations([.. numbers.Where(each => each != first)])
            .Select(rest => rest.Prepend(first).ToList()));
}
