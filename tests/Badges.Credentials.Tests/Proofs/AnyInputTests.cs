using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>Whatever is handed in, the answer is an outcome: nothing throws, and nothing that was changed is
/// verified.</summary>
public sealed class AnyInputTests
{
    private const int Rounds = 400;

    /// <summary>Values that stand where others are expected.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "1e999", "1e-999", "123456789012345678901234567890", "1.50", "\"\"", "\"x\"",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"did:key:z6Mk\"", "\"#\"", "\"https://a.example/\"", "[]",
        "[[]]", "[null]", "{}", "{\"@context\":{}}", "{\"@id\":\"_:b0\"}", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}",
        "{\"@value\":1}", "{\"@list\":[{\"@list\":[]}]}", "{\"@graph\":[{}]}", "\"" + new string('z', 5000) + "\"",
        new string('[', 60) + new string(']', 60),
    ];

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"@context":["\udc00"],"a":1}""")]
    [InlineData("""{"@context":"https://www.w3.org/ns/credentials/v2","id":"urn:x:\ud800"}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":{"b":1,"b":2}}""")]
    [InlineData("""{"a":1e999}""")]
    public void Verify_DocumentThatIsReadInTwoWays_IsNotVerified(string document)
    {
        var json = JsonElement.Parse(document);
        var signed = JsonElement.Parse(ProofKeys.Sign("""{"a":1}""", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa));
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var secured = SecuredDocument.Of(json, BundledContexts.Documents);

        var proof = signed.GetProperty("proof")[0];
        Assert.Equal(ProofOutcome.NotCanonicalizable, DataIntegrity.Verify(secured, proof, key).Outcome);
        Assert.NotNull(secured.FindLoss());
        var asRdf = JsonElement.Parse(proof.GetRawText().Replace("-jcs-", "-rdfc-", StringComparison.Ordinal));
        Assert.Equal(ProofOutcome.NotCanonicalizable, DataIntegrity.Verify(secured, asRdf, key).Outcome);
    }

    [Fact]
    public void Verify_BytesThatAreNotUtf8_AreNotVerified()
    {
        byte[] bytes = [.. "{\"a\":\""u8, 0xC0, 0xAF, .. "\"}"u8];
        var signed = JsonElement.Parse(ProofKeys.Sign("""{"a":1}""", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa));
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var document = SecuredDocument.Of(JsonElement.Parse(bytes), BundledContexts.Documents);
        var outcome = DataIntegrity.Verify(document, signed.GetProperty("proof")[0], key);

        Assert.Equal(ProofOutcome.NotCanonicalizable, outcome.Outcome);
    }

    [Fact]
    public void Verify_DeepNesting_IsNotVerified()
    {
        var text = $$"""{"a":{{new string('[', 900)}}{{new string(']', 900)}}}""";
        var signed = JsonElement.Parse(ProofKeys.Sign("""{"a":1}""", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa));
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var outcome = DataIntegrity.Verify(
            SecuredDocument.Of(Parse(text), BundledContexts.Documents), signed.GetProperty("proof")[0], key);

        Assert.Equal(ProofOutcome.NotCanonicalizable, outcome.Outcome);
    }

    [Fact]
    public void Verify_ProofThatBuildsOnAnother_IsNotFollowed()
    {
        var signed = JsonNode.Parse(ProofKeys.Sign("""{"a":1}""", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa))!;
        signed["proof"]![0]!["previousProof"] = "urn:uuid:1";
        var json = JsonElement.Parse(signed.ToJsonString());
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var outcome = DataIntegrity.Verify(
            SecuredDocument.Of(json, BundledContexts.Documents), json.GetProperty("proof")[0], key);

        Assert.Equal(new(ProofOutcome.Chained), outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"proof\"")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"\ud800":"DataIntegrityProof"}""")]
    [InlineData("""{"type":["DataIntegrityProof"],"cryptosuite":"eddsa-rdfc-2022"}""")]
    [InlineData("""{"type":"DataIntegrityProof"}""")]
    [InlineData("""{"type":"DataIntegrityProof","cryptosuite":"Ed25519Signature2020"}""")]
    [InlineData("""{"type":"Ed25519Signature2020x"}""")]
    [InlineData("""{"type":"eddsa-rdfc-2022"}""")]
    public void Verify_NoProofOfAKnownSuite_IsNotVerified(string proof)
    {
        var document = SecuredDocument.Of(JsonElement.Parse("""{"a":1}"""), BundledContexts.Documents);
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var outcome = DataIntegrity.Verify(document, proof.Length == 0 ? default : JsonElement.Parse(proof), key);

        Assert.True(outcome.Outcome is ProofOutcome.UnknownSuite or ProofOutcome.NotCanonicalizable);
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    public void Verify_MembersReplacedByAnyValue_NeverThrowsNorVerifies(string suite)
    {
        var random = new Random(20260301);
        // What is said twice of one thing can be said once: the RDF stays the same.
        var credential = SignedExamples.Credential;
        var badge = credential with { Issuer = credential.Issuer with { ParentOrg = null } };
        var signed = ProofKeys.Sign(badge.ToJson(), ProofKeys.Suite(suite), JwsAlgorithms.EdDsa);
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = Replace(signed, random);
            var json = Parse(changed);
            var proof = json.TryGetProperty("proof", out var proofs) && proofs.ValueKind is JsonValueKind.Array
                && proofs.GetArrayLength() > 0 ? proofs[0] : default;

            var outcome = DataIntegrity.Verify(SecuredDocument.Of(json, BundledContexts.Documents), proof, key);
            Assert.True(outcome.Outcome is not ProofOutcome.Verified || changed == signed, changed);
        }
    }

    [Fact]
    public void Read_KeysAndDocumentsOfAnyShape_NeverThrows()
    {
        var random = new Random(20260302);
        string[] seeds = [.. JwsAlgorithms.All.Select(each => ProofKeys.All[each].PublicJwk("did:example:1#0"))];
        for (var round = 0; round < Rounds; round++)
        {
            var jwk = Replace(seeds[random.Next(seeds.Length)], random);
            var json = Parse(jwk);
            PublicKey.TryReadJwk(json)?.Dispose();
            VerificationKey.TryReadJwk(json)?.Open()?.Dispose();
            Did.Expand("did:jwk:" + Base64UrlText.Encode(Encoding.UTF8.GetBytes(jwk)));

            var controller = Replace($$"""
                {"id":"did:example:1","verificationMethod":[{"id":"#0","controller":"did:example:1",
                 "publicKeyJwk":{{jwk}},"publicKeyMultibase":"z6Mk"}],"assertionMethod":["#0",{"id":"did:example:1#1"}]}
                """, random);
            if (IJson.TryParse(Encoding.UTF8.GetBytes(controller)) is { } read)
            {
                var document = new ControllerDocument("did:example:1", read);
                Assert.True(document.AssertionMethods.Count <= document.Methods.Count);
            }
        }
    }

    private static JsonElement Parse(string text) => JsonElement.Parse(text, new() { MaxDepth = 1000 });

    /// <summary>The text with one value, at any depth, replaced by another.</summary>
    private static string Replace(string text, Random random)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var places = new List<(int Start, int End)>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                continue;
            }

            var isName = reader.TokenType is JsonTokenType.PropertyName;
            var start = (int)reader.TokenStartIndex;
            var inner = reader;
            inner.Skip();
            if (!isName && start > 0)
            {
                places.Add((start, (int)inner.BytesConsumed));
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var (from, to) = places[random.Next(places.Count)];
        return Encoding.UTF8.GetString(bytes, 0, from) + Values[random.Next(Values.Length)]
            + Encoding.UTF8.GetString(bytes, to, bytes.Length - to);
    }
}
