using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Proofs;

/// <summary>Proofs made over other proofs. Data Integrity 1.0, sections 2.1.2, 4.3 and 4.5.</summary>
public sealed class ProofChainTests
{
    private const string FirstId = "urn:uuid:11111111-1111-4111-8111-111111111111";

    private static readonly DateTimeOffset Created = new(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> MadeWith => ProofKeys.MadeWith();

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void VerifyChained_EachProofOfAChain_IsVerified(string suite, string algorithm)
    {
        var chained = Chain(suite, algorithm);

        Assert.Equal([ProofOutcome.Verified, ProofOutcome.Verified], Outcomes(chained, algorithm));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void VerifyChained_FirstProofReplaced_BreaksTheSecond(string suite, string algorithm)
    {
        var chained = Chain(suite, algorithm);
        var other = Sign(Unsigned, suite, algorithm, new()
        {
            VerificationMethod = "did:example:issuer#key",
            Created = Created.AddDays(1),
            Id = FirstId,
        });
        chained["proof"]![0] = other["proof"]![0]!.DeepClone();

        Assert.Equal([ProofOutcome.Verified, ProofOutcome.WrongSignature], Outcomes(chained, algorithm));
    }

    [Theory]
    [MemberData(nameof(MadeWith))]
    public void VerifyChained_PreviousProofNotThere_IsSaid(string suite, string algorithm)
    {
        var chained = Chain(suite, algorithm);
        chained["proof"]!.AsArray().RemoveAt(0);

        Assert.Equal([ProofOutcome.PreviousProofMissing], Outcomes(chained, algorithm));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("[]")]
    [InlineData("[\"urn:uuid:1\",4]")]
    [InlineData("null")]
    public void PreviousOf_NamesThatAreNone_IsNull(string names)
    {
        var proof = JsonElement.Parse($$"""{"previousProof":{{names}}}""");

        Assert.Null(ProofChain.PreviousOf(proof, [proof]));
    }

    [Fact]
    public void PreviousOf_SeveralOfWhichOneIsMissing_IsNull()
    {
        var first = JsonElement.Parse("""{"id":"urn:uuid:1"}""");
        var last = JsonElement.Parse("""{"previousProof":["urn:uuid:1","urn:uuid:2"]}""");

        Assert.Null(ProofChain.PreviousOf(last, [first, last]));
    }

    /// <summary>The verifier of badges follows no chain: to it such a proof is none that it can verify.</summary>
    [Fact]
    public void Verify_ProofOfAChainAlone_IsChained()
    {
        var chained = JsonSerializer.SerializeToElement(Chain("eddsa-rdfc-2022", JwsAlgorithms.EdDsa));
        using var key = ProofKeys.Reader(JwsAlgorithms.EdDsa);

        var outcome = DataIntegrity.Verify(
            SecuredDocument.Of(chained, BundledContexts.Documents), chained.GetProperty("proof")[1], key).Outcome;

        Assert.Equal(ProofOutcome.Chained, outcome);
    }

    [Fact]
    public void Sign_OverAProofThatIsNotThere_IsRefused() => Assert.Throws<ArgumentException>(() => Sign(
        Unsigned, "eddsa-rdfc-2022", JwsAlgorithms.EdDsa, new()
        {
            VerificationMethod = "did:example:issuer#key",
            Created = Created,
            PreviousProofs = [FirstId],
        }));

    [Fact]
    public void Sign_WithDomainAndChallenge_CoversBoth()
    {
        var signed = Sign(Unsigned, "eddsa-rdfc-2022", JwsAlgorithms.EdDsa, new()
        {
            VerificationMethod = "did:example:issuer#key",
            Created = Created,
            ProofPurpose = "authentication",
            Domain = "badges.example",
            Challenge = "1234",
        });

        Assert.Equal([ProofOutcome.Verified], Outcomes(signed, JwsAlgorithms.EdDsa));
        signed["proof"]![0]!["challenge"] = "1235";
        Assert.Equal([ProofOutcome.WrongSignature], Outcomes(signed, JwsAlgorithms.EdDsa));
    }

    private static string Unsigned => SignedExamples.Credential.ToJson();

    private static JsonObject Chain(string suite, string algorithm)
    {
        var first = Sign(Unsigned, suite, algorithm, new()
        {
            VerificationMethod = "did:example:issuer#key",
            Created = Created,
            Id = FirstId,
        });
        return Sign(first.ToJsonString(), suite, algorithm, new()
        {
            VerificationMethod = "did:example:issuer#key",
            Created = Created,
            PreviousProofs = [FirstId],
        });
    }

    private static JsonObject Sign(string document, string suite, string algorithm, ProofOptions options) =>
        JsonNode.Parse(DataIntegrity.Sign(
            document, ProofKeys.Suite(suite), ProofKeys.All[algorithm], options,
            BundledContexts.Documents))!.AsObject();

    private static IEnumerable<ProofOutcome> Outcomes(JsonObject document, string algorithm)
    {
        var json = JsonSerializer.SerializeToElement(document);
        var proofs = ProofChain.ProofsOf(json);
        using var key = ProofKeys.Reader(algorithm);
        var secured = SecuredDocument.Of(json, BundledContexts.Documents);
        return [.. proofs.Select(proof => DataIntegrity.VerifyChained(secured, proof, proofs, key).Outcome)];
    }
}
