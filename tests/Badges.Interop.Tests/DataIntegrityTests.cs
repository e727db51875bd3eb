using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Interop.Tests;

/// <summary>Embedded proofs, both ways: Digital Bazaar's libraries verify ours under the published contexts, we verify
/// theirs under our own, and each refuses a changed document.</summary>
public sealed class DataIntegrityTests(Referee referee) : IClassFixture<Referee>
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Signed => new()
    {
        { "eddsa-rdfc-2022", "EdDSA" },
        { "eddsa-jcs-2022", "EdDSA" },
        { "ecdsa-rdfc-2019", "ES256" },
        { "ecdsa-rdfc-2019", "ES384" },
        { "ecdsa-jcs-2019", "ES256" },
        { "ecdsa-jcs-2019", "ES384" },
    };

    /// <summary>Suites that we verify and do not make any more.</summary>
    public static TheoryData<string, string> Older => new()
    {
        { "eddsa-2022", "EdDSA" },
        { "Ed25519Signature2020", "EdDSA" },
    };

    [RefereeTheory]
    [MemberData(nameof(Signed))]
    public void Sign_EveryExample_IsVerifiedByTheReferee(string suite, string algorithm)
    {
        using var key = Keys.New(algorithm);

        foreach (var example in Examples.Read())
        {
            var answer = Verify(Sign(example, suite, key), key);

            Assert.True(answer.GetProperty("verified").GetBoolean());
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Signed))]
    public void Sign_ThenChanged_IsRefusedByTheReferee(string suite, string algorithm)
    {
        using var key = Keys.New(algorithm);

        foreach (var example in Examples.Read())
        {
            var refusal = Assert.Throws<RefusedByPeerException>(
                () => Verify(Examples.Changed(Sign(example, suite, key)), key));

            Assert.Equal("Invalid signature.", refusal.Message);
        }
    }

    [RefereeFact]
    public void Sign_TwiceWithDifferentKeys_IsAProofSetForTheReferee()
    {
        using var first = Keys.New("EdDSA");
        using var second = Keys.New("ES256");

        foreach (var example in Examples.Read())
        {
            var signed = Sign(Sign(example, "eddsa-rdfc-2022", first), "ecdsa-rdfc-2019", second);

            Assert.Equal(2, signed["proof"]!.AsArray().Count);
            Assert.True(Verify(signed, first, second).GetProperty("verified").GetBoolean());
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Signed))]
    [MemberData(nameof(Older))]
    public void Verify_TheRefereesProof_IsVerified(string suite, string algorithm)
    {
        foreach (var example in Examples.Read())
        {
            var (document, proof, key) = Issue(example, suite, algorithm);

            using (key)
            {
                Assert.Equal(ProofOutcome.Verified, DataIntegrity.Verify(Secured(document), proof, key).Outcome);
            }
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Signed))]
    [MemberData(nameof(Older))]
    public void Verify_TheRefereesProofOverAChangedDocument_IsWrong(string suite, string algorithm)
    {
        foreach (var example in Examples.Read())
        {
            var (document, proof, key) = Issue(example, suite, algorithm);

            using (key)
            {
                var verification = DataIntegrity.Verify(Secured(Examples.Changed(document)), proof, key);

                Assert.Equal(ProofOutcome.WrongSignature, verification.Outcome);
            }
        }
    }

    private static JsonObject Sign(JsonObject credential, string suite, ISigningKey key)
    {
        var options = new ProofOptions { VerificationMethod = Keys.MethodOf(Examples.Issuer, key), Created = Now };
        var signed = DataIntegrity.Sign(
            credential.ToJsonString(), Cryptosuites.All.Single(each => each.Name == suite), key, options,
            BundledContexts.Documents);
        return JsonNode.Parse(signed)!.AsObject();
    }

    private JsonElement Verify(JsonObject credential, params ISigningKey[] keys) =>
        referee.Ask("verify", new { credential, documents = Keys.Publish(Examples.Issuer, keys), now = Now });

    private (JsonObject Document, JsonElement Proof, PublicKey Key) Issue(
        JsonObject example, string suite, string algorithm)
    {
        if (suite == "Ed25519Signature2020")
        {
            example["@context"]!.AsArray().Add("https://w3id.org/security/suites/ed25519-2020/v1");
        }

        var answer = referee.Ask("issue", new
        {
            credential = example,
            suite,
            curve = algorithm switch { "ES256" => "P-256", "ES384" => "P-384", _ => null },
            controller = Examples.Issuer,
            created = Now,
        });
        var credential = answer.GetProperty("credential");
        return (JsonObject.Create(credential)!, credential.GetProperty("proof"), Keys.Of(answer));
    }

    private static SecuredDocument Secured(JsonObject document) =>
        SecuredDocument.Of(JsonSerializer.SerializeToElement(document), BundledContexts.Documents);
}
