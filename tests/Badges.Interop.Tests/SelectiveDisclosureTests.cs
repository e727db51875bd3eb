using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Interop.Tests;

/// <summary>We verify what a holder shows of a credential that Digital Bazaar's library signed with ecdsa-sd-2023 and
/// derived, and nothing else.</summary>
public sealed class SelectiveDisclosureTests(Referee referee) : IClassFixture<Referee>
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Mandatory = ["/issuer", "/validFrom"];

    public static TheoryData<string[]> Shown =>
    [
        [],
        ["/credentialSubject/id"],
        ["/credentialSubject/achievement/name", "/credentialSubject/achievement/criteria"],
        ["/credentialSubject"],
        ["/name", "/credentialSubject/type", "/credentialSubject/achievement/id"],
    ];

    [RefereeTheory]
    [MemberData(nameof(Shown))]
    public void Verify_WhatTheRefereeDerived_IsVerified(string[] shown)
    {
        foreach (var example in Disclosable())
        {
            var (document, proof, key) = Disclose(example, shown);

            using (key)
            {
                Assert.Equal(ProofOutcome.Verified, Verify(document, proof, key));
            }
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Shown))]
    public void Verify_WhatTheRefereeDerivedThenChanged_IsWrong(string[] shown)
    {
        foreach (var example in Disclosable())
        {
            var (document, proof, key) = Disclose(example, shown);
            document["validFrom"] = "2020-01-01T00:00:00Z";

            using (key)
            {
                Assert.Equal(ProofOutcome.WrongSignature, Verify(document, proof, key));
            }
        }
    }

    [RefereeFact]
    public void Verify_WhatTheRefereeHandsToAHolder_IsVerifiedWholeAndNotOnceChanged()
    {
        foreach (var example in Disclosable())
        {
            var answer = Ask(example, []);
            var signed = JsonObject.Create(answer.GetProperty("signed"))!;
            using var key = Keys.Of(answer);

            Assert.Equal(ProofOutcome.Verified, Verify(signed, Proof(signed), key));

            signed["credentialSubject"]!["id"] = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-000000000000";
            Assert.Equal(ProofOutcome.WrongSignature, Verify(signed, Proof(signed), key));
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Shown))]
    public void Derive_FromWhatTheRefereeSigned_IsVerifiedByTheReferee(string[] shown)
    {
        foreach (var example in Disclosable())
        {
            var answer = Ask(example, shown);

            var derived = SelectiveDisclosureProofs.TryDerive(
                answer.GetProperty("signed").GetRawText(), [.. shown.Where(pointer => Exists(example, pointer))],
                BundledContexts.Documents)!;

            var credential = JsonElement.Parse(derived);
            Assert.True(JsonNode.DeepEquals(
                JsonObject.Create(answer.GetProperty("credential")), JsonObject.Create(credential)), derived);

            // The library verifies no credential without a subject.
            if (credential.TryGetProperty("credentialSubject", out _))
            {
                referee.Ask("verify", new { credential, documents = answer.GetProperty("documents"), now = Now });
            }
        }
    }

    /// <summary>The library cannot sign a list in this way: it gives every object a name, that of a list too.</summary>
    private static IEnumerable<JsonObject> Disclosable() => Examples.Read()
        .Where(example => !example.ToJsonString().Contains("allowedValue", StringComparison.Ordinal));

    private (JsonObject Document, JsonElement Proof, PublicKey Key) Disclose(JsonObject example, string[] shown)
    {
        var answer = Ask(example, shown);
        var credential = answer.GetProperty("credential");
        return (JsonObject.Create(credential)!, credential.GetProperty("proof"), Keys.Of(answer));
    }

    private JsonElement Ask(JsonObject example, string[] shown) => referee.Ask("disclose", new
    {
        credential = example,
        mandatory = Mandatory,
        selective = shown.Where(pointer => Exists(example, pointer)),
        controller = Examples.Issuer,
        created = Now,
    });

    private static JsonElement Proof(JsonObject document) => JsonSerializer.SerializeToElement(document["proof"]);

    private static bool Exists(JsonNode? node, string pointer)
    {
        foreach (var member in pointer.Split('/').Skip(1))
        {
            node = (node as JsonObject)?[member];
        }

        return node is not null;
    }

    private static ProofOutcome Verify(JsonObject document, JsonElement proof, PublicKey key)
    {
        var secured = SecuredDocument.Of(JsonSerializer.SerializeToElement(document), BundledContexts.Documents);
        return DataIntegrity.Verify(secured, proof, key).Outcome;
    }
}
