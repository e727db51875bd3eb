using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>Data Integrity 1.0, sections 4.2 to 4.4.</summary>
public sealed class DataIntegrityTests
{
    private const string Context = "\"@context\":[\"https://www.w3.org/ns/credentials/v2\"]";

    private const string Small = "{" + Context + """
        ,"id":"urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6","type":["VerifiableCredential"],
        "issuer":"did:web:a.example","validFrom":"2026-01-15T09:30:00Z","name":"Délissage",
        "credentialSubject":{"id":"urn:uuid:1"}}
        """;

    public static TheoryData<string, string> MadeWith => ProofKeys.MadeWith();

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void Sign_EachSuiteAndKey_IsVerified(string suite, string algorithm)
    {
        var signed = ProofKeys.Sign(SignedExamples.Credential.ToJson(), ProofKeys.Suite(suite), algorithm);

        Assert.Equal(new(ProofOutcome.Verified), Verify(signed, algorithm));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void Verify_EachByteOfTheSignedDocumentChanged_IsRefused(string suite, string algorithm)
    {
        var signed = Encoding.UTF8.GetBytes(ProofKeys.Sign(Small, ProofKeys.Suite(suite), algorithm));

        Assert.Empty(FindHarmlessChanges(signed, algorithm));
    }

    /// <summary>The context of Open Badges 3.0 has two words of one meaning, so that the RDF stays as it was signed;
    /// the schema asks for the one and so refuses the other.</summary>
    [Fact]
    public void Verify_EachByteOfABadgeChanged_IsRefusedButForTheOneWordOfTwoSpellings()
    {
        var badge = SignedExamples.Credential.ToJson();
        var asRdf = ProofKeys.Sign(badge, Cryptosuites.EddsaRdfc2022, JwsAlgorithms.EdDsa);
        var asJson = ProofKeys.Sign(badge, Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa);

        Assert.Equal(["Criteria"], FindHarmlessChanges(Encoding.UTF8.GetBytes(asRdf), JwsAlgorithms.EdDsa));
        Assert.Empty(FindHarmlessChanges(Encoding.UTF8.GetBytes(asJson), JwsAlgorithms.EdDsa));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void Verify_AnyMemberAddedOrLeftOut_IsRefused(string suite, string algorithm)
    {
        var signed = ProofKeys.Sign(SignedExamples.Credential.ToJson(), ProofKeys.Suite(suite), algorithm);
        using var key = ProofKeys.Reader(algorithm);
        var whole = JsonNode.Parse(signed)!.AsObject();

        foreach (var name in whole.Select(member => member.Key).Append("narrative").ToList())
        {
            var changed = whole.DeepClone().AsObject();
            if (!changed.Remove(name))
            {
                changed[name] = "x";
            }

            Assert.NotEqual(ProofOutcome.Verified, TryVerify(Encoding.UTF8.GetBytes(changed.ToJsonString()), key));
        }

        foreach (var name in whole["proof"]![0]!.AsObject().Select(member => member.Key).Append("nonce").ToList())
        {
            var changed = whole.DeepClone().AsObject();
            if (!changed["proof"]![0]!.AsObject().Remove(name))
            {
                changed["proof"]![0]![name] = "x";
            }

            Assert.NotEqual(ProofOutcome.Verified, TryVerify(Encoding.UTF8.GetBytes(changed.ToJsonString()), key));
        }
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    public void Sign_DocumentWithOddSpelling_KeepsEveryByteAndAddsTheProofLast(string suite)
    {
        const string Odd = "\n{ " + Context
            + " ,\t\"i\\u0064\" : \"urn:a:\\u00e9é\\/\",\n \"type\":[ \"VerifiableCredential\" ] \r\n";

        var signed = ProofKeys.Sign(Odd + "} \n", ProofKeys.Suite(suite), JwsAlgorithms.EdDsa);

        Assert.StartsWith(Odd + ",\"proof\":[{\"type\":\"DataIntegrityProof\",", signed, StringComparison.Ordinal);
        Assert.EndsWith("\"}]} \n", signed, StringComparison.Ordinal);
        Assert.Equal(new(ProofOutcome.Verified), Verify(signed, JwsAlgorithms.EdDsa));
    }

    [Fact]
    public void Sign_ProofOfEachSuite_HasItsMembersInTheirOrder()
    {
        var signed = ProofKeys.Sign($"{{{Context}}}", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa);

        var proof = JsonElement.Parse(signed).GetProperty("proof")[0];
        Assert.Equal(
            ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "@context", "proofValue"],
            proof.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-02-01T08:00:00Z", proof.GetProperty("created").GetString());
    }

    [Theory]
    [InlineData("""{ "proof" : [ ], "a":1 }""", """{ "proof" : [ {""", """}], "a":1 }""")]
    [InlineData("""{"a":1,"proof":[{"type" : "X"} ]}""", """{"a":1,"proof":[{"type" : "X"} ,{""", "}]}")]
    [InlineData(
        """{"é":1,"pro\u006ff":{"type" : "é]"},"b":[1]}""", """{"é":1,"pro\u006ff":[{"type" : "é]"},{""",
        """}],"b":[1]}""")]
    [InlineData("""{"b":{"proof":[]},"proof":[]}""", """{"b":{"proof":[]},"proof":[{""", "}]}")]
    public void Sign_DocumentThatHasProofs_AddsItBehindThem(string document, string start, string end)
    {
        var signed = ProofKeys.Sign(document, Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa);

        Assert.StartsWith(start, signed, StringComparison.Ordinal);
        Assert.EndsWith(end, signed, StringComparison.Ordinal);
        Assert.Equal(new(ProofOutcome.Verified), Verify(signed, JwsAlgorithms.EdDsa));
    }

    [Fact]
    public void Sign_OneProofAfterAnother_MakesASetInWhichEachHolds()
    {
        var first = ProofKeys.Sign(SignedExamples.Credential.ToJson(), Cryptosuites.EddsaRdfc2022, JwsAlgorithms.EdDsa);

        var both = JsonElement.Parse(ProofKeys.Sign(first, Cryptosuites.EcdsaJcs2019, JwsAlgorithms.Es384));

        var document = SecuredDocument.Of(both, BundledContexts.Documents);
        using var ed25519 = ProofKeys.Reader(JwsAlgorithms.EdDsa);
        using var p384 = ProofKeys.Reader(JwsAlgorithms.Es384);
        Assert.Equal(2, both.GetProperty("proof").GetArrayLength());
        Assert.Equal(
            new(ProofOutcome.Verified), DataIntegrity.Verify(document, both.GetProperty("proof")[0], ed25519));
        Assert.Equal(new(ProofOutcome.Verified), DataIntegrity.Verify(document, both.GetProperty("proof")[1], p384));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"a":1e999}""")]
    [InlineData("""{"a":1,"proof":null}""")]
    [InlineData("""{"a":1,"proof":["did:example:1"]}""")]
    [InlineData("""{"a":1} {}""")]
    [InlineData("\uFEFF{\"a\":1}")]
    public void Sign_NotOneObjectOfInternetJson_IsRefused(string document) => Assert.Throws<ArgumentException>(
        () => ProofKeys.Sign(document, Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa));

    [Fact]
    public void Sign_TextThatIsNotUnicode_IsRefused() => Assert.ThrowsAny<ArgumentException>(
        () => ProofKeys.Sign("{\"a\":\"\uD800\"}", Cryptosuites.EddsaJcs2022, JwsAlgorithms.EdDsa));

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("{" + Context + ""","unknownWord":"x"}""")]
    [InlineData("{" + Context + ""","id":"not an address"}""")]
    [InlineData("""{"@context":"https://unknown.example/","id":"urn:x:y"}""")]
    public void Sign_DocumentThatLosesSomethingInRdf_IsRefused(string document) => Assert.ThrowsAny<ArgumentException>(
        () => ProofKeys.Sign(document, Cryptosuites.EddsaRdfc2022, JwsAlgorithms.EdDsa));

    private static ProofVerification Verify(string signed, string algorithm)
    {
        using var key = ProofKeys.Reader(algorithm);
        var json = JsonElement.Parse(signed);
        var proof = json.GetProperty("proof").EnumerateArray().Last();
        return DataIntegrity.Verify(SecuredDocument.Of(json, BundledContexts.Documents), proof, key);
    }

    /// <summary>The words around each changed byte that the signature holds in spite of.</summary>
    private static List<string> FindHarmlessChanges(byte[] signed, string algorithm)
    {
        using var key = ProofKeys.Reader(algorithm);
        var words = new List<string>();
        for (var at = 0; at < signed.Length; at++)
        {
            var change = (byte)(char.IsAsciiLetter((char)signed[at]) ? 0x20 : 1);
            signed[at] ^= change;
            if (TryVerify(signed, key) is ProofOutcome.Verified)
            {
                var end = at + signed.AsSpan(at).IndexOf((byte)'"');
                words.Add(Encoding.UTF8.GetString(signed[(signed.AsSpan(0, at).LastIndexOf((byte)'"') + 1)..end]));
            }

            signed[at] ^= change;
        }

        return words;
    }

    /// <summary>The outcome for the first proof, or null when the bytes hold none.</summary>
    private static ProofOutcome? TryVerify(byte[] signed, Credentials.Keys.PublicKey key) =>
        IJson.TryParse(signed) is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("proof", out var proofs)
        && proofs.ValueKind is JsonValueKind.Array && proofs.GetArrayLength() > 0
            ? DataIntegrity.Verify(SecuredDocument.Of(json, BundledContexts.Documents), proofs[0], key).Outcome
            : null;
}
