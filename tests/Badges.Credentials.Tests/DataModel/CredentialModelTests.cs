using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.DataModel;

namespace Badges.Credentials.Tests.DataModel;

/// <summary>Verifiable Credentials Data Model 2.0, sections 4 and 5: a row a statement, right and wrong.</summary>
public sealed class CredentialModelTests
{
    private const string Second = """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
        "issuer":"did:example:issuer","credentialSubject":{"id":"did:example:subject"}}
        """;

    private const string First = """
        {"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiableCredential"],
        "issuer":"did:example:issuer","issuanceDate":"2020-03-16T22:37:26.544Z",
        "credentialSubject":{"id":"did:example:subject"}}
        """;

    [Theory]
    [InlineData(Second)]
    [InlineData(First)]
    public void FindFaults_MinimalCredential_FindsNone(string credential) =>
        Assert.Empty(CredentialModel.FindFaults(JsonElement.Parse(credential)));

    [Theory]
    [InlineData("@context", "\"https://www.w3.org/ns/credentials/v2\"")]
    [InlineData("@context", """
        ["https://www.w3.org/ns/credentials/v2",{"a":"https://a.example/#a"},"https://b.example"]
        """)]
    [InlineData("id", "\"urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6\"")]
    [InlineData("type", "\"VerifiableCredential\"")]
    [InlineData("type", "[\"https://a.example/#A\",\"VerifiableCredential\",\"B\"]")]
    [InlineData("name", "\"Délissage\"")]
    [InlineData("name", "{\"@value\":\"Délissage\",\"@language\":\"fr\",\"@direction\":\"ltr\"}")]
    [InlineData("description", """[{"@value":"Dog","@language":"en"},{"@value":"Chien","@language":"fr"}]""")]
    [InlineData("issuer", "{\"id\":\"https://a.example/1\",\"name\":{\"@value\":\"A\"}}")]
    [InlineData("credentialSubject", "[{\"id\":\"did:example:a\"},{\"name\":\"b\"}]")]
    [InlineData("validFrom", "\"4023-02-26T01:02:58.447Z\"")]
    [InlineData("validFrom", "\"2023-02-25T19:10:39-06:00\"")]
    [InlineData("credentialStatus", "{\"type\":\"https://a.example/#Status\"}")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"94567",
        "statusListCredential":"https://a.example/status/3"}
        """)]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"message","statusListIndex":"0","statusSize":2,
        "statusMessage":[{},{},{},{}],"statusListCredential":"https://a.example/status/3"}
        """)]
    [InlineData("credentialSchema", "[{\"id\":\"https://a.example/s\",\"type\":\"JsonSchema\"}]")]
    [InlineData("refreshService", "{\"type\":\"https://a.example/#Refresh\"}")]
    [InlineData("termsOfUse", "{\"type\":\"https://a.example/#Terms\",\"id\":\"https://a.example/terms\"}")]
    [InlineData("evidence", "[{\"type\":[\"https://a.example/#E\"]},{\"type\":\"https://a.example/#F\"}]")]
    [InlineData("proof", "{\"type\":\"DataIntegrityProof\"}")]
    public void FindFaults_MemberAsAskedFor_FindsNone(string member, string value) =>
        Assert.Empty(Faults(Second, member, value));

    [Theory]
    [InlineData("@context", null, "/@context")]
    [InlineData("@context", "[]", "/@context")]
    [InlineData("@context", "{}", "/@context")]
    [InlineData("@context", "4", "/@context")]
    [InlineData("@context", "null", "/@context")]
    [InlineData("@context", """
        ["https://www.w3.org/ns/credentials/examples/v2","https://www.w3.org/ns/credentials/v2"]
        """, "/@context")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",\"https ://not-a-url\"]", "/@context")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",123192875]", "/@context")]
    [InlineData("id", "null", "/id")]
    [InlineData("id", "[\"https://a.example/1\",\"https://a.example/2\"]", "/id")]
    [InlineData("id", "\"https ://not-a-url/1\"", "/id")]
    [InlineData("id", "\"relative\"", "/id")]
    [InlineData("id", "\":\"", "/id")]
    [InlineData("type", null, "/type")]
    [InlineData("type", "[]", "/type")]
    [InlineData("type", "[\"RelationshipCredential\"]", "/type")]
    [InlineData("type", "[\"VerifiableCredential\",4]", "/type")]
    [InlineData("type", "[\"VerifiableCredential\",\"\"]", "/type")]
    [InlineData("type", "4", "/type")]
    [InlineData("name", "4", "/name")]
    [InlineData("name", "[]", "/name")]
    [InlineData("name", "{\"@value\":\"A\",\"url\":\"did:example:a\"}", "/name")]
    [InlineData("name", "{\"@language\":\"fr\"}", "/name")]
    [InlineData("description", "{\"@value\":\"A\",\"@direction\":\"up\"}", "/description")]
    [InlineData("issuer", null, "/issuer")]
    [InlineData("issuer", "null", "/issuer")]
    [InlineData("issuer", "[]", "/issuer")]
    [InlineData("issuer", "\"not a url\"", "/issuer")]
    [InlineData("issuer", "{}", "/issuer/id")]
    [InlineData("issuer", "{\"id\":null}", "/issuer/id")]
    [InlineData("issuer", "{\"id\":\"did:example:a\",\"name\":{\"@value\":\"A\",\"a\":\"b\"}}", "/issuer/name")]
    [InlineData("credentialSubject", null, "/credentialSubject")]
    [InlineData("credentialSubject", "{}", "/credentialSubject")]
    [InlineData("credentialSubject", "[]", "/credentialSubject")]
    [InlineData("credentialSubject", "\"did:example:a\"", "/credentialSubject")]
    [InlineData("credentialSubject", "[{\"id\":\"did:example:a\"},{}]", "/credentialSubject/1")]
    [InlineData("credentialSubject", "{\"id\":[\"did:example:a\",\"did:example:b\"]}", "/credentialSubject/id")]
    [InlineData("validFrom", "\"Sat 25 Feb 2023 07:16:31 PM CST\"", "/validFrom")]
    [InlineData("validFrom", "\"2023-02-25T07:16:31\"", "/validFrom")]
    [InlineData("validUntil", "20230225", "/validUntil")]
    [InlineData("credentialStatus", "{\"id\":\"did:example:status\"}", "/credentialStatus/type")]
    [InlineData("credentialStatus", "{\"type\":2}", "/credentialStatus/type")]
    [InlineData("credentialStatus", "{\"type\":\"A\",\"id\":[\"did:example:1\"]}", "/credentialStatus/id")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":-1,
        "statusListCredential":"https://a.example/status/3"}
        """, "/credentialStatus/statusListIndex")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusListIndex":"1","statusListCredential":"https://a.example/status/3"}
        """, "/credentialStatus/statusPurpose")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1"}
        """, "/credentialStatus/statusListCredential")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"message","statusListIndex":"0","statusSize":2,
        "statusListCredential":"https://a.example/status/3"}
        """, "/credentialStatus/statusMessage")]
    [InlineData("credentialStatus", """
        {"type":"BitstringStatusListEntry","statusPurpose":"message","statusListIndex":"0","statusSize":0,
        "statusListCredential":"https://a.example/status/3"}
        """, "/credentialStatus/statusSize")]
    [InlineData("credentialSchema", "{\"id\":\"https://a.example/s\"}", "/credentialSchema/type")]
    [InlineData("credentialSchema", "{\"type\":\"JsonSchema\"}", "/credentialSchema/id")]
    [InlineData("credentialSchema", "\"https://a.example/s\"", "/credentialSchema")]
    [InlineData("refreshService", "{\"id\":\"https://a.example/r\"}", "/refreshService/type")]
    [InlineData("termsOfUse", "[{\"id\":\"https://a.example/t\"}]", "/termsOfUse/0/type")]
    [InlineData("evidence", "{\"id\":\"https://a.example/e\"}", "/evidence/type")]
    [InlineData("proof", "{\"proofValue\":\"z1\"}", "/proof/type")]
    [InlineData("proof", "[]", "/proof")]
    public void FindFaults_MemberNotAsAskedFor_NamesItsPlace(string member, string? value, string pointer) =>
        Assert.Equal([pointer], Faults(Second, member, value).Select(fault => fault.Pointer).Distinct());

    [Theory]
    [InlineData("issuanceDate", null, "/issuanceDate")]
    [InlineData("issuanceDate", "\"yesterday\"", "/issuanceDate")]
    [InlineData("expirationDate", "\"2020-03-16T22:37:26Z\"", "/expirationDate")]
    [InlineData("credentialStatus", "{\"type\":\"A\"}", "/credentialStatus/id")]
    public void FindFaults_MemberNotAsTheFirstVersionAsksFor_NamesItsPlace(
        string member, string? value, string pointer) =>
        Assert.Equal([pointer], Faults(First, member, value).Select(fault => fault.Pointer));

    [Fact]
    public void FindFaults_UntilBeforeFrom_NamesTheEnd()
    {
        var credential = JsonNode.Parse(Second)!.AsObject();
        credential["validFrom"] = "2026-01-01T00:00:00+01:00";
        credential["validUntil"] = "2025-12-31T22:59:59Z";

        var early = CredentialModel.FindFaults(JsonSerializer.SerializeToElement(credential));
        credential["validUntil"] = "2025-12-31T23:00:00Z";
        var same = CredentialModel.FindFaults(JsonSerializer.SerializeToElement(credential));

        Assert.Equal(["/validUntil"], early.Select(fault => fault.Pointer));
        Assert.Empty(same);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void FindFaults_NoObject_SaysSo(string value) =>
        Assert.Single(CredentialModel.FindFaults(JsonElement.Parse(value)));

    [Fact]
    public void FindFaults_ManyFaults_AreBounded()
    {
        var subjects = string.Join(',', Enumerable.Repeat("{}", 5000));

        Assert.Equal(32, Faults(Second, "credentialSubject", $"[{subjects}]").Count);
    }

    private static IReadOnlyList<DataModelFault> Faults(string credential, string member, string? value)
    {
        var changed = JsonNode.Parse(credential)!.AsObject();
        changed.Put(member, value);
        return CredentialModel.FindFaults(JsonSerializer.SerializeToElement(changed));
    }
}
