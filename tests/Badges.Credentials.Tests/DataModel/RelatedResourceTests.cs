using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.DataModel;

namespace Badges.Credentials.Tests.DataModel;

/// <summary>Verifiable Credentials Data Model 2.0, section 5.3.</summary>
public sealed class RelatedResourceTests
{
    private const string Context = "https://www.w3.org/ns/credentials/v2";
    private static readonly byte[] Bytes = "a schema"u8.ToArray();

    public static TheoryData<string, string> Spellings => new()
    {
        { "digestSRI", "sha256-" + Convert.ToBase64String(SHA256.HashData(Bytes)) },
        { "digestSRI", "sha384-" + Convert.ToBase64String(SHA384.HashData(Bytes)) },
        { "digestSRI", "sha512-" + Convert.ToBase64String(SHA512.HashData(Bytes)) },
        { "digestMultibase", "u" + Base64Url.EncodeToString([0x12, 0x20, .. SHA256.HashData(Bytes)]) },
        { "digestMultibase", "u" + Base64Url.EncodeToString([0x20, 0x30, .. SHA384.HashData(Bytes)]) },
        { "digestMultibase", "u" + Base64Url.EncodeToString([0x13, 0x40, .. SHA512.HashData(Bytes)]) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Matches_EachSpelling_IsOfTheseBytesAlone(string member, string digest)
    {
        var resource = Assert.Single(RelatedResource.In(Credential(
            $$"""{"id":"https://a.example","{{member}}":"{{digest}}"}""")));

        Assert.Equal("https://a.example", resource.Id);
        Assert.True(resource.Matches(Bytes));
        Assert.False(resource.Matches("another schema"u8));
        Assert.Null(resource.MatchesPublished());
    }

    [Fact]
    public void Matches_OneDigestOfTwoWrong_IsNotTheResource()
    {
        var right = Convert.ToBase64String(SHA256.HashData(Bytes));
        var wrong = Convert.ToBase64String(SHA384.HashData("x"u8));

        var resource = Assert.Single(RelatedResource.In(Credential(
            $$"""{"id":"https://a.example","digestSRI":["sha256-{{right}}","sha384-{{wrong}}"]}""")));

        Assert.False(resource.Matches(Bytes));
    }

    /// <summary>The digest that the standard itself gives (section B.1), and the published file.</summary>
    [Fact]
    public void MatchesPublished_BaseContext_HasTheDigestOfTheStandard()
    {
        var digest = Convert.ToBase64String(
            Convert.FromHexString("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"));

        Assert.True(ContextWith($"sha256-{digest}").MatchesPublished());
        Assert.False(ContextWith("sha256-" + Convert.ToBase64String(SHA256.HashData(Bytes))).MatchesPublished());
    }

    [VectorsFact]
    public void MatchesPublished_EachContext_HasTheDigestsOfItsFile()
    {
        Dictionary<string, string> files = new()
        {
            [Context] = "credentials-v2.jsonld",
            ["https://www.w3.org/2018/credentials/v1"] = "credentials-v1.jsonld",
            ["https://w3id.org/security/data-integrity/v2"] = "data-integrity-v2.jsonld",
            ["https://w3id.org/security/data-integrity/v1"] = "data-integrity-v1.jsonld",
            ["https://w3id.org/security/multikey/v1"] = "multikey-v1.jsonld",
            ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] = "context-3.0.3.json",
        };
        Assert.All(files, file =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(SharedData.Vectors!, "contexts", file.Value));
            string[] digests =
            [
                "sha256-" + Convert.ToBase64String(SHA256.HashData(bytes)),
                "sha384-" + Convert.ToBase64String(SHA384.HashData(bytes)),
                "sha512-" + Convert.ToBase64String(SHA512.HashData(bytes)),
            ];
            var resource = Assert.Single(RelatedResource.In(Credential(JsonSerializer.Serialize(
                new { id = file.Key, digestSRI = digests }))));
            Assert.True(resource.MatchesPublished());
        });
    }

    [Theory]
    [InlineData("\"https://a.example\"", "/relatedResource")]
    [InlineData("{\"digestSRI\":\"sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=\"}", "/relatedResource/0/id")]
    [InlineData("{\"id\":\"https://a.example\"}", "/relatedResource/0")]
    [InlineData("{\"id\":\"https://a.example\",\"digestSRI\":\"md5-AAAA\"}", "/relatedResource/0")]
    [InlineData("{\"id\":\"https://a.example\",\"digestSRI\":\"sha256-AAAA\"}", "/relatedResource/0")]
    [InlineData("{\"id\":\"https://a.example\",\"digestSRI\":4}", "/relatedResource/0")]
    [InlineData("""
        {"id":"https://a.example","digestMultibase":"uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"}
        """, "/relatedResource/0")]
    public void FindFaults_ResourceNotAsAskedFor_NamesItsPlace(string resource, string pointer) =>
        Assert.Equal(
            [pointer], CredentialModel.FindFaults(Credential(resource)).Select(fault => fault.Pointer).Distinct());

    [Fact]
    public void FindFaults_SameResourceTwice_NamesTheSecond()
    {
        var resource = $$"""{"id":"https://a.example","digestSRI":"sha256-{{Convert.ToBase64String(new byte[32])}}"}""";

        var faults = CredentialModel.FindFaults(Credential($"{resource},{resource}"));

        Assert.Equal(["/relatedResource/1/id"], faults.Select(fault => fault.Pointer));
    }

    private static RelatedResource ContextWith(string digest) => Assert.Single(
        RelatedResource.In(Credential($$"""{"id":"{{Context}}","digestSRI":"{{digest}}"}""")));

    private static JsonElement Credential(string resources) => JsonElement.Parse($$"""
        {"@context":["{{Context}}"],"type":["VerifiableCredential"],"issuer":"did:example:issuer",
        "credentialSubject":{"id":"did:example:subject"},"relatedResource":[{{resources}}]}
        """);
}
