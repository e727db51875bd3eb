using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Proofs;

namespace Badges.Credentials.Tests.Dids;

/// <summary>Controlled Identifiers 1.0, section 2.</summary>
public class ControllerDocumentTests
{
    private const string Id = "did:web:a.example";

    private static string Multikey => ((Credentials.Keys.Ed25519SigningKey)ProofKeys.All[JwsAlgorithms.EdDsa]).Multikey;

    /// <summary>The ways in which one key is published.</summary>
    public static TheoryData<string, string> Methods => new()
    {
        { "Multikey", $"\"publicKeyMultibase\":\"{Multikey}\"" },
        { "Ed25519VerificationKey2020", $"\"publicKeyMultibase\":\"{Multikey}\"" },
        { "JsonWebKey", $"\"publicKeyJwk\":{ProofKeys.All[JwsAlgorithms.EdDsa].PublicJwk(null)}" },
        { "JsonWebKey2020", $"\"publicKeyJwk\":{ProofKeys.All[JwsAlgorithms.EdDsa].PublicJwk("k")}" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void AssertionMethods_MethodReferredToByItsId_HoldsTheKey(string type, string key)
    {
        string[] names = ["#k", $"{Id}#k"];
        foreach (var (id, reference) in names.SelectMany(id => names.Select(reference => (id, reference))))
        {
            var document = Read($$"""
                {"id":"{{Id}}","verificationMethod":[{"id":"{{id}}","type":"{{type}}","controller":"{{Id}}",{{key}}}],
                 "assertionMethod":["{{reference}}"]}
                """);

            var method = Assert.Single(document.AssertionMethods);
            Assert.Equal(($"{Id}#k", Id), (method.Id, method.Controller));
            Assert.Equal(ProofKeys.All[JwsAlgorithms.EdDsa].Thumbprint, method.Key!.Thumbprint);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AssertionMethods_MethodDescribedThere_HoldsTheKey(string type, string key)
    {
        var document = Read($$"""
            {"id":"{{Id}}","assertionMethod":{"id":"#k","type":"{{type}}","controller":"{{Id}}",{{key}} } }
            """);

        Assert.Equal($"{Id}#k", Assert.Single(document.AssertionMethods).Id);
        Assert.Equal([$"{Id}#k"], document.AssertionIds);
    }

    [Fact]
    public void AssertionMethods_KeyForAnotherPurpose_IsNotOneOfThem()
    {
        var document = Read($$"""
            {"id":"{{Id}}",
             "verificationMethod":[{"id":"#k","type":"Multikey","publicKeyMultibase":"{{Multikey}}"}],
             "authentication":["#k"],"assertionMethod":["#other"]}
            """);

        Assert.Empty(document.AssertionMethods);
        Assert.Single(document.Methods);
        Assert.Equal([$"{Id}#other"], document.AssertionIds);
    }

    [Theory]
    [InlineData("\"publicKeyMultibase\":\"z6Mk\"")]
    [InlineData("\"publicKeyMultibase\":[\"z6Mk\"]")]
    [InlineData("\"publicKeyJwk\":\"x\"")]
    [InlineData("\"publicKeyJwk\":{\"kty\":\"oct\",\"k\":\"AQAB\"}")]
    [InlineData("\"publicKeyBase58\":\"11111111111111111111111111111111\"")]
    [InlineData("\"publicKeyHex\":\"00\"")]
    public void AssertionMethods_KeyThatCannotBeRead_AreThereWithoutIt(string key)
    {
        var document = Read($$"""
            {"id":"{{Id}}","verificationMethod":{"id":"#k","type":"X",{{key}}},"assertionMethod":"#k"}
            """);

        Assert.Null(Assert.Single(document.AssertionMethods).Key);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("""{"verificationMethod":null,"assertionMethod":[null,1,"",[],{}]}""")]
    [InlineData("""{"verificationMethod":[{"id":1},{"type":"Multikey"},"#k"],"assertionMethod":{"#k":true}}""")]
    public void Methods_DocumentOfAnotherShape_AreNone(string json)
    {
        Assert.Empty(Read(json).Methods);
        Assert.Empty(Read(json).AssertionMethods);
    }

    private static ControllerDocument Read(string json) => new(Id, JsonElement.Parse(json));
}
