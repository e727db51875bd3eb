using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.DataModel;

namespace Badges.Credentials.Tests.DataModel;

/// <summary>Verifiable Credentials Data Model 2.0, section 4.13.</summary>
public sealed class PresentationModelTests
{
    private const string Minimal = """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"]}
        """;

    [Theory]
    [InlineData("id", "\"urn:uuid:1\"")]
    [InlineData("holder", "\"did:example:holder\"")]
    [InlineData("holder", "{\"id\":\"did:example:holder\",\"name\":\"Ada\"}")]
    [InlineData("verifiableCredential", "{\"type\":\"VerifiableCredential\"}")]
    [InlineData("verifiableCredential", """
        [{"type":"VerifiableCredential"},{"type":"EnvelopedVerifiableCredential"}]
        """)]
    [InlineData("termsOfUse", "{\"type\":\"https://a.example/#T\"}")]
    public void FindFaults_MemberAsAskedFor_FindsNone(string member, string value) =>
        Assert.Empty(Faults(member, value));

    [Theory]
    [InlineData("@context", null, "/@context")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/examples/v2\"]", "/@context")]
    [InlineData("id", "4", "/id")]
    [InlineData("type", null, "/type")]
    [InlineData("type", "[\"VerifiableCredential\"]", "/type")]
    [InlineData("holder", "4", "/holder")]
    [InlineData("holder", "\"not a url\"", "/holder")]
    [InlineData("holder", "{\"name\":\"Ada\"}", "/holder/id")]
    [InlineData("verifiableCredential", "\"eyJhbGciOiJFZERTQSJ9.e30.AA\"", "/verifiableCredential")]
    [InlineData("verifiableCredential", "[{\"type\":\"A\"},4]", "/verifiableCredential")]
    [InlineData("verifiableCredential", "{\"id\":\"urn:uuid:1\"}", "/verifiableCredential/type")]
    [InlineData("termsOfUse", "{\"id\":\"urn:uuid:1\"}", "/termsOfUse/type")]
    [InlineData("proof", "\"z1\"", "/proof")]
    public void FindFaults_MemberNotAsAskedFor_NamesItsPlace(string member, string? value, string pointer) =>
        Assert.Equal([pointer], Faults(member, value).Select(fault => fault.Pointer));

    [Fact]
    public void FindFaults_FirstVersion_MayPresentTokens()
    {
        var presentation = JsonNode.Parse(Minimal)!.AsObject();
        presentation["@context"] = "https://www.w3.org/2018/credentials/v1";
        presentation["verifiableCredential"] = new JsonArray("eyJhbGciOiJFZERTQSJ9.e30.AA");

        Assert.Empty(PresentationModel.FindFaults(JsonSerializer.SerializeToElement(presentation)));
    }

    [Fact]
    public void FindFaults_NoObject_SaysSo() =>
        Assert.Single(PresentationModel.FindFaults(JsonElement.Parse("[]")));

    private static IReadOnlyList<DataModelFault> Faults(string member, string? value)
    {
        var changed = JsonNode.Parse(Minimal)!.AsObject();
        changed.Put(member, value);
        return PresentationModel.FindFaults(JsonSerializer.SerializeToElement(changed));
    }
}
