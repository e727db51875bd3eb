using System.Text;
using System.Text.Json;
using Badges.LinkedData.JsonLd;

namespace Badges.LinkedData.Tests.JsonLd;

/// <summary>Safe mode: what would be dropped on the way to RDF is an error that names it; without it, it is
/// dropped.</summary>
public sealed class SafeModeTests
{
    private static readonly ContextDocuments Documents = ContextDocuments.Create([KeyValuePair.Create(
        "https://example.org/reserved",
        (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes("""{"@context":{"n":"ex:n","@later":"ex:later"}}"""))]);

    [Theory]
    [InlineData("""{"@context":{"@later":"ex:n"},"ex:n":1}""", "@later")]
    [InlineData("""{"@context":{"n":"@later"},"ex:n":1}""", "@later")]
    [InlineData("""{"@context":{"n":{"@reverse":"@later"}},"ex:n":1}""", "@later")]
    [InlineData("""{"@context":{"@vocab":"relative"},"ex:n":1}""", "relative")]
    [InlineData("""{"@context":{"@vocab":""},"ex:n":1}""", "@vocab")]
    [InlineData("""{"@context":{"@language":"not a tag"},"ex:n":1}""", "not a tag")]
    [InlineData("""{"@context":{"p":{"@id":"ex:p","@context":{"@later":"ex:l"}}},"p":{"ex:n":1}}""", "@later")]
    public void ContextProcessing_ContextSaysWhatIsIgnored_IsALoss(string document, string subject) =>
        AssertLoss(document, subject);

    [Fact]
    public void ContextProcessing_KnownContextSaysWhatIsIgnored_IsALossEachTime()
    {
        const string Document = """{"@context":"https://example.org/reserved","n":1}""";

        AssertLoss(Document, "@later");
        AssertLoss(Document, "@later");
    }

    [Theory]
    [InlineData("""{"@id":"ex:s","name":"x"}""", "name")]
    [InlineData("""{"@id":"ex:s","":"x"}""", "undefined")]
    [InlineData("""{"@id":"ex:s","@type":"Unknown"}""", "Unknown")]
    [InlineData("""{"@id":"ex:s","@type":["ex:T","@later"]}""", "@later")]
    [InlineData("""{"@id":"relative","ex:n":"x"}""", "relative")]
    [InlineData("""{"@id":"@later","ex:n":"x"}""", "@later")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@container":"@id"}},"n":{"relative":{"ex:n":1}}}""", "relative")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@container":"@type"}},"n":{"T":{"ex:n":1}}}""", "T")]
    [InlineData("""{"@context":{"n":null},"n":"x"}""", "n")]
    [InlineData("""{"ex:n":"x","@later":"y"}""", "@later")]
    [InlineData("""{"ex:n":"x","@none":"y"}""", "@none")]
    [InlineData("""{"@context":{"n":"ex:n"},"n":{"@value":null}}""", "null")]
    [InlineData("""{"@context":{"n":"ex:n"},"n":{"@value":"x","@language":"not a tag"}}""", "not a tag")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@container":"@language"}},"n":{"not a tag":"x"}}""", "not a tag")]
    [InlineData("""{"ex:n":{"@language":"en"}}""", "language")]
    [InlineData("""[{"@id":"ex:s"}]""", "ex:s")]
    [InlineData("""{}""", "{}")]
    [InlineData("""["free"]""", "free")]
    [InlineData("""[{"@value":"free"}]""", "free")]
    [InlineData("""{"@list":["free"]}""", "free")]
    [InlineData("""{"@graph":["free"]}""", "free")]
    [InlineData("""{"ex:n":1,"@included":{"@id":"ex:s"}}""", "ex:s")]
    public void Expansion_PartIsDropped_IsALoss(string document, string subject) => AssertLoss(document, subject);

    [Theory]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@type":"@id"}},"n":"relative"}""", "relative")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@type":"@vocab"}},"n":"relative"}""", "relative")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@type":"@id"}},"n":"@later"}""", "@later")]
    public void ValueExpansion_ReferenceThatNamesNothing_IsALoss(string document, string subject) =>
        AssertLoss(document, subject);

    [Theory]
    [InlineData("""{"_:n":"x"}""", "_:n")]
    [InlineData("""{"@context":{"n":"ex:n o"},"n":"x"}""", "ex:n o")]
    [InlineData("""{"@id":"ex:a b","ex:n":"x"}""", "ex:a b")]
    [InlineData("""{"@id":"ex:a b","@graph":{"ex:n":"x"}}""", "ex:a b")]
    [InlineData("""{"ex:n":{"@id":"ex:a b"}}""", "ex:a b")]
    [InlineData("""{"@type":"ex:a b"}""", "ex:a b")]
    [InlineData("""{"ex:n":{"@value":"x","@type":"ex:a<b"}}""", "ex:a<b")]
    [InlineData("""{"ex:n":{"@value":"x","@direction":"rtl"}}""", "rtl")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@container":"@graph"}},"n":"x"}""", "value")]
    [InlineData("""{"@context":{"n":{"@id":"ex:n","@container":"@graph"}},"n":{"@id":"ex:s"}}""", "ex:s")]
    public void DeserializeToRdf_PartCannotStandInRdf_IsALoss(string document, string subject) =>
        AssertLoss(document, subject);

    [Theory]
    [InlineData("""{"ex:n":null,"ex:m":1}""")]
    [InlineData("""{"ex:n":[],"ex:m":[null]}""")]
    [InlineData("""{"@index":"i","ex:n":1}""")]
    [InlineData("""{"ex:n":{}}""")]
    [InlineData("""{"ex:n":{"@id":"ex:s"},"ex:m":{"@list":[]}}""")]
    [InlineData("""{"@reverse":{"ex:n":[]}}""")]
    [InlineData("""{"@type":[],"ex:n":{"@set":[]}}""")]
    [InlineData("""{"@context":{"n":null},"ex:n":1}""")]
    [InlineData("""[]""")]
    public void Deserialize_NothingIsSaid_IsNoLoss(string document) => Deserialize(document, JsonLdOptions.Safe);

    private static void AssertLoss(string document, string subject)
    {
        var fault = Assert.Throws<JsonLdException>(() => Deserialize(document, JsonLdOptions.Safe));

        Assert.Equal(JsonLdErrorCodes.DataLoss, fault.Code);
        Assert.Contains(subject, fault.Subject, StringComparison.Ordinal);
        Deserialize(document, JsonLdOptions.Default);
    }

    private static void Deserialize(string document, JsonLdOptions options) =>
        JsonLdToRdf.Deserialize(JsonElement.Parse(document), Documents, options);
}
