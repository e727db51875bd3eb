using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>Documents made to break a reader: each is refused with the standard's own error or ours, or read, for
/// little.</summary>
public sealed class BadInputTests
{
    private static readonly string Long = new('x', 300_000);

    private static readonly ContextDocuments Documents = ContextDocuments.Create(new Dictionary<string, string>
    {
        ["https://example.org/a"] = """{"@context":"https://example.org/b"}""",
        ["https://example.org/b"] = """{"@context":"https://example.org/a"}""",
        ["https://example.org/self"] = """
            {"@context":{"t":{"@id":"ex:t","@context":"https://example.org/self"},"n":"ex:n"}}
            """,
        ["https://example.org/protected"] = """{"@context":{"@protected":true,"name":"ex:name","T":"ex:T"}}""",
        ["https://example.org/large"] = $$"""{"@context":{ {{string.Join(',', Enumerable.Range(0, 500).Select(number =>
            $"\"t{number}\":\"ex:{number}\""))}} } }""",
        ["https://example.org/list"] = """["no context"]""",
    }.Select(each => KeyValuePair.Create(each.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(each.Value))));

    [Theory]
    [InlineData(
        """{"@context":"https://example.org/a"}""",
        JsonLdErrorCodes.RecursiveContextInclusion, "https://example.org/a")]
    [InlineData(
        """{"@context":"https://example.org/unknown"}""",
        JsonLdErrorCodes.LoadingRemoteContextFailed, "https://example.org/unknown")]
    [InlineData("""{"@context":"relative"}""", JsonLdErrorCodes.LoadingRemoteContextFailed, "relative")]
    [InlineData(
        """{"@context":"https://example.org/list"}""",
        JsonLdErrorCodes.InvalidRemoteContext, "https://example.org/list")]
    [InlineData(
        """{"@context":["https://example.org/protected",{"name":"ex:other"}]}""",
        JsonLdErrorCodes.ProtectedTermRedefinition, "name")]
    [InlineData(
        """{"@context":["https://example.org/protected",null]}""",
        JsonLdErrorCodes.InvalidContextNullification, "null")]
    [InlineData("""{"@context":{"a":"b:x","b":"a:x"}}""", JsonLdErrorCodes.CyclicIriMapping, "a")]
    [InlineData("""{"@context":7}""", JsonLdErrorCodes.InvalidLocalContext, "7")]
    [InlineData("""{"@context":{"n":"ex:n"},"n":1e400}""", JsonLdErrorCodes.NumberOutOfRange, "1e400")]
    [InlineData("""{"@context":{"n":"ex:n"},"n":"\ud800"}""", JsonLdErrorCodes.InvalidText, "d800")]
    [InlineData("""{"@context":{"n":"ex:n"},"\udc00":1}""", JsonLdErrorCodes.InvalidText, "member name")]
    [InlineData(
        """{"@context":{"n":{"@id":"ex:n","@type":"@json"}},"n":{"a":1,"a":2}}""",
        JsonLdErrorCodes.InvalidJsonLiteral, "a")]
    [InlineData(
        """{"@context":{"n":{"@id":"ex:n","@container":"@id"}},"n":{"ex:a":1}}""",
        JsonLdErrorCodes.InvalidValueObject, "1")]
    [InlineData(
        """{"ex:n":{"@value":"x","@direction":null}}""", JsonLdErrorCodes.InvalidBaseDirection, "null")]
    [InlineData(
        """{"@context":{"t":{"@id":"ex:t","@type":"@id","@context":{"@direction":"\ud800"}}}}""",
        JsonLdErrorCodes.InvalidScopedContext, "d800")]
    public void Deserialize_WrongDocument_NamesTheErrorAndWhatIsAtFault(string document, string code, string subject)
    {
        var fault = Assert.Throws<JsonLdException>(() => Deserialize(document));

        Assert.Equal(code, fault.Code);
        Assert.Contains(subject, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740993", "9007199254740992", "integer")]
    [InlineData("1e20", "100000000000000000000", "integer")]
    [InlineData("1e21", "1.0E21", "double")]
    [InlineData("-0.0", "0", "integer")]
    [InlineData("-9223372036854775808", "-9223372036854775808", "integer")]
    [InlineData("9223372036854775807", "9223372036854775808", "integer")]
    [InlineData("1125899906842624.5", "1.125899906842625E15", "double")]
    [InlineData("-1125899906842624.5", "-1.125899906842625E15", "double")]
    [InlineData("1125899906842625.5", "1.125899906842626E15", "double")]
    [InlineData("2.0", "2", "integer")]
    [InlineData("0.1", "1.0E-1", "double")]
    [InlineData("5e-324", "4.940656458412465E-324", "double")]
    [InlineData("48.8566", "4.88566E1", "double")]
    public void Deserialize_NumberAtTheEdge_IsWrittenAsTheStandardSays(string number, string text, string type)
    {
        var quad = Assert.Single(Deserialize($$"""{"@context":{"n":"ex:n"},"n":{{number}}}""").Quads);

        Assert.Equal(new Literal(text, $"http://www.w3.org/2001/XMLSchema#{type}"), quad.Object);
    }

    [Fact]
    public void Deserialize_ContextThatRefersToItself_IsRead()
    {
        var dataset = Deserialize(
            """{"@context":"https://example.org/self","t":{"t":{"n":"deep"}}}""");

        Assert.Equal(3, dataset.Quads.Count);
    }

    public static TheoryData<string> Costly =>
    [
        "depth", "arrays", "items", "terms", "typeScoped", "propertyChain", "contexts", "languages", "longText",
        "sameNode", "nests", "scopedContexts", "prefixChain", "typeChain", "longPrefix", "longVocab", "longBase",
        "dots", "orders", "addresses", "imports", "typeAliases", "included", "nothing",
    ];

    [Theory]
    [MemberData(nameof(Costly))]
    public void Deserialize_CostlyDocument_IsReadOrRefusedForLittle(string kind)
    {
        var document = JsonElement.Parse(
            Write(kind), new JsonDocumentOptions { MaxDepth = 100_000 });
        Attempt("""{"@context":{"n":"ex:n"},"n":1}""");
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        Attempt(document);

        // Allocated in all, most of it given back at once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 400_000_000);
    }

    /// <summary>About a megabyte that costs as much as it can.</summary>
    private static string Write(string kind)
    {
        string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
        string Join(int count, Func<int, string> part) => string.Join(',', Enumerable.Range(0, count).Select(part));

        return kind switch
        {
            "depth" => Repeat(20_000, _ => """{"ex:n":""") + "1" + new string('}', 20_000),
            "arrays" => """{"ex:n":""" + new string('[', 20_000) + new string(']', 20_000) + "}",
            "items" => $$"""{"ex:n":[{{Join(60_000, number => $$"""{"ex:m":{{number}}}""")}}]}""",
            "terms" => $$"""{"@context":{ {{Join(20_000, number => $"\"t{number}\":\"ex:{number}\"")}} },"t7":"x"}""",
            "typeScoped" =>
                $$"""{"@context":{ {{Join(2_000, number => $$"""
                    "T{{number}}":{"@id":"ex:T{{number}}","@context":{"n{{number}}":"ex:n"} }
                    """)}} },"@graph":[{{Join(2_000, number => $$"""{"@type":"T{{number}}","n{{number}}":"x"}""")}}]}""",
            "propertyChain" =>
                $$"""{"@context":{ {{Join(1_000, number => $$"""
                    "p{{number}}":{"@id":"ex:p{{number}}","@context":{"q{{number}}":"ex:q"} }
                    """)}} },{{Repeat(200, number => $"\"p{number}\":{{")}}"q0":"x"{{new string('}', 201)}}""",
            "contexts" => $$"""{"@graph":[{{Join(2_000, number =>
                $$"""{"@context":["https://example.org/protected",{"t{{number}}":"ex:t"}],"t{{number}}":"x"}""")}}]}""",
            "languages" => $$"""
                {"@context":{"n":{"@id":"ex:n","@container":"@language"} },"n":{ {{Join(40_000, number =>
                    string.Create(CultureInfo.InvariantCulture, $"\"a{(char)('a' + (number % 26))}\":\"x{number}\""))}} } }
                """,
            "longText" => $$"""{"ex:n":"{{new string('\u00E9', 1_000_000)}}"}""",
            "nests" => Repeat(20_000, _ => """{"@nest":""") + """{"ex:n":1}""" + new string('}', 20_000),
            "scopedContexts" => """{"@context":""" + Repeat(5_000, _ => """{"a":{"@id":"ex:a","@context":""") + "{}"
                + new string('}', 10_001),
            "prefixChain" => $$"""
                {"@context":{ {{Join(20_000, number => $"\"t{number}\":\"t{number + 1}:x\"")}} } }
                """,
            "typeChain" => $$"""{"@context":{ {{Join(20_000, number => $$"""
                "t{{number}}":{"@id":"ex:{{number}}","@type":"t{{number + 1}}"}
                """)}} } }""",
            "longPrefix" => $$"""
                {"@context":{"p":"ex:{{Long}}/"},{{Join(50_000, number => $"\"p:{number}\":1")}} }
                """,
            "longVocab" => $$"""
                {"@context":{"@vocab":"ex:{{Long}}/"},{{Join(50_000, number => $"\"p{number}\":1")}} }
                """,
            "longBase" => $$"""
                {"@context":{"@base":"ex://{{Long}}/"},"@graph":[{{Join(9_000, number => $$"""{"@id":"{{number}}"}""")}}]}
                """,
            "dots" => $$"""
                {"@context":{"@base":"ex://h/{{Repeat(50_000, _ => "a/")}}"},"@graph":[{{Join(9_000, number =>
                    $$"""{"@id":"../{{number}}"}""")}}]}
                """,
            "orders" => $$"""{"@graph":[{{Join(9_000, number => $$"""
                {"@context":[{{string.Join(',', Convert.ToString(number, 2).Select(digit =>
                    $"\"https://example.org/{(digit == '0' ? "self" : "large")}\""))}}],"n":1}
                """)}}]}""",
            "addresses" => $$"""{"@context":[{{Join(40_000, _ => "\"https://example.org/large\"")}}]}""",
            "imports" => $$"""{"@graph":[{{Join(20_000, _ =>
                """{"@context":{"@import":"https://example.org/large"},"t7":1}""")}}]}""",
            "typeAliases" => $$"""{"@context":{ {{Join(20_000, number => $"\"t{number}\":\"@type\"")}} },{{Join(
                20_000, number => $"\"t{number}\":\"ex:T\"")}} }""",
            "included" => $$"""{"@context":{ {{Join(15_000, number => $"\"i{number}\":\"@included\"")}} },{{Join(
                15_000, number => $$"""
                "i{{number}}":{"ex:n":1}
                """)}} }""",
            "nothing" => $$"""{"@context":[{{Join(100_000, _ => "null")}},{{Join(100_000, _ => "{}")}}]}""",
            _ => $$"""{"@graph":[{{Join(30_000, _ => """{"@id":"ex:s","ex:n":"x"}""")}}]}""",
        };
    }

    private static RdfDataset Deserialize(string document) =>
        JsonLdToRdf.Deserialize(JsonElement.Parse(document), Documents, JsonLdOptions.Safe);

    private static void Attempt(string document) => Attempt(JsonElement.Parse(document));

    private static void Attempt(JsonElement document)
    {
        try
        {
            var dataset = JsonLdToRdf.Deserialize(document, Documents, JsonLdOptions.Default);
            Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
        }
        catch (Exception fault) when (fault is JsonLdException or CanonicalizationBudgetException)
        {
        }
    }
}
