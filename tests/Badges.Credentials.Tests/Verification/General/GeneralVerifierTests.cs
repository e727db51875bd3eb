using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.General;

namespace Badges.Credentials.Tests.Verification.General;

/// <summary>Documents of any kind, right and wrong. Verifiable Credentials Data Model 2.0, section 7.1.</summary>
public sealed class GeneralVerifierTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Ed25519SigningKey Key = Ed25519SigningKey.FromSeed(SHA256.HashData("general"u8));
    private static readonly Ed25519SigningKey Other = Ed25519SigningKey.FromSeed(SHA256.HashData("another"u8));

    private static string Did => $"did:key:{Key.Multikey}";

    private static string Method => $"{Did}#{Key.Multikey}";

    [Fact]
    public void Verify_InlineContext_IsVerifiedUnlikeAsABadge()
    {
        var credential = Credential();
        credential["@context"]!.AsArray().Add(JsonNode.Parse("""{"height":"https://a.example/#height"}"""));
        credential["credentialSubject"]!["height"] = 3;
        var signed = Sign(credential);

        Assert.True(Verify(signed).IsVerified);
        Assert.Equal(Verdict.Invalid, VerdictAsBadge(signed));
    }

    [Theory]
    [InlineData("https://www.w3.org/ns/credentials/examples/v2")]
    [InlineData("https://unknown.example/context")]
    public void Verify_ContextBeyondThoseOfBadges_IsNoContextOfABadge(string context)
    {
        var credential = Credential();
        credential["@context"]!.AsArray().Add(GeneralContexts.Examples);
        var signed = JsonNode.Parse(Sign(credential).GetRawText())!.AsObject();
        Assert.True(Verify(Json(signed)).IsVerified);

        signed["@context"]![1] = context;

        Assert.Equal(context == GeneralContexts.Examples, Verify(Json(signed)).IsVerified);
        Assert.NotEqual(Verdict.Valid, VerdictAsBadge(Json(signed)));
    }

    [Fact]
    public void Verify_ContextDocumentWrittenOut_IsReadAsItsContext()
    {
        var credential = Credential();
        credential["@context"]!.AsArray().Add(JsonNode.Parse("""{"height":"https://a.example/#height"}"""));
        credential["credentialSubject"]!["height"] = 3;
        var signed = JsonNode.Parse(Sign(credential).GetRawText())!.AsObject();
        signed["@context"]![1] = new JsonObject { ["@context"] = signed["@context"]![1]!.DeepClone() };

        Assert.True(Verify(Json(signed)).IsVerified);
    }

    [Theory]
    [InlineData("credentialSubject")]
    [InlineData("proof")]
    [InlineData("issuer")]
    [InlineData("@context")]
    [InlineData("type")]
    public void Verify_MemberLeftOut_IsRefused(string member)
    {
        var signed = JsonNode.Parse(Sign(Credential()).GetRawText())!.AsObject();
        signed.Remove(member);

        Assert.False(Verify(Json(signed)).IsVerified);
    }

    [Theory]
    [InlineData("type", "\"UnknownProofType\"")]
    [InlineData("cryptosuite", "\"UnknownCryptosuite\"")]
    [InlineData("proofPurpose", "\"authentication\"")]
    [InlineData("proofPurpose", null)]
    [InlineData("verificationMethod", null)]
    [InlineData("verificationMethod", "\"did:key:invalidVm\"")]
    [InlineData("proofValue", null)]
    [InlineData("proofValue", "\"z1\"")]
    [InlineData("created", "\"invalidDate\"")]
    [InlineData("expires", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("previousProof", "\"urn:uuid:1\"")]
    [InlineData("domain", "\"elsewhere.example\"")]
    public void Verify_ProofChanged_IsRefused(string member, string? value)
    {
        var signed = JsonNode.Parse(Sign(Credential()).GetRawText())!.AsObject();
        var proof = signed["proof"]![0]!.AsObject();
        proof.Remove(member);
        if (value is not null)
        {
            proof[member] = JsonNode.Parse(value);
        }

        Assert.False(Verify(Json(signed)).IsVerified);
    }

    [Fact]
    public void Verify_UndefinedTermAdded_IsLossOfData()
    {
        var signed = JsonNode.Parse(Sign(Credential()).GetRawText())!.AsObject();
        signed["credentialSubject"]!["undefinedTerm"] = "IfDroppedWillVerify";

        var problem = Assert.Single(Verify(Json(signed)).Errors);
        Assert.EndsWith("#DATA_LOSS_DETECTION_ERROR", problem.Type, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_KeyOfAnotherDid_IsRefusedUnlessTheProofAloneIsAsked()
    {
        var credential = Credential();
        credential["issuer"] = $"did:key:{Other.Multikey}";
        var signed = Sign(credential);

        Assert.False(Verify(signed).IsVerified);
        var proofAlone = Verify(signed, GeneralChecks.None);
        Assert.True(proofAlone.IsVerified);
        Assert.Single(proofAlone.Warnings);
    }

    [Fact]
    public void Verify_IssuerThatCannotBeAsked_IsAWarningUnlessItHasToBeKnown()
    {
        var credential = Credential();
        credential["issuer"] = "https://vc.example/issuers/5678";
        var signed = Sign(credential);

        Assert.True(Verify(signed).IsVerified);
        Assert.Single(Verify(signed).Warnings);
        Assert.False(Verify(signed, GeneralChecks.KnownIssuer).IsVerified);
    }

    [Fact]
    public void Verify_OneProofOfTwoWrong_IsRefused()
    {
        var twice = JsonNode.Parse(Sign(JsonNode.Parse(Sign(Credential()).GetRawText())!.AsObject()).GetRawText())!;
        Assert.True(Verify(Json(twice.AsObject())).IsVerified);

        twice["proof"]![1]!["created"] = "2026-02-01T07:00:00Z";

        Assert.False(Verify(Json(twice.AsObject())).IsVerified);
    }

    [Theory]
    [InlineData("validFrom", "2026-03-01T00:00:00Z")]
    [InlineData("validUntil", "2026-01-31T00:00:00Z")]
    public void Verify_OutOfItsPeriod_IsRefusedWhenAsked(string member, string instant)
    {
        var credential = Credential();
        credential[member] = instant;
        var signed = Sign(credential);

        Assert.False(Verify(signed).IsVerified);
        Assert.True(Verify(signed, GeneralChecks.Issuer).IsVerified);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("1234", "badges.example", true)]
    [InlineData("1235", "badges.example", false)]
    [InlineData("1234", "other.example", false)]
    public void Verify_PresentationThatAnswers_IsVerifiedForThatQuestion(
        string? challenge, string? domain, bool isVerified)
    {
        var presentation = new JsonObject
        {
            ["@context"] = new JsonArray(KnownContexts.DataModel2),
            ["type"] = new JsonArray("VerifiablePresentation"),
            ["holder"] = Did,
            ["verifiableCredential"] = new JsonArray(JsonNode.Parse(Sign(Credential()).GetRawText())),
        };
        var signed = Sign(presentation, new()
        {
            VerificationMethod = Method,
            Created = Now,
            ProofPurpose = "authentication",
            Domain = "badges.example",
            Challenge = "1234",
        });

        var answer = Ask(new()
        {
            Document = signed,
            IsPresentation = true,
            Challenge = challenge,
            Domain = domain,
        });

        Assert.Equal(isVerified, answer.IsVerified);
    }

    [Theory]
    [InlineData("holder", "\"did:key:z6MkhWqdDBPojHA7cprTGTt5yHv5yUi1B8cnXn8ReLumkw6E\"")]
    [InlineData("verifiableCredential", """
        [{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiableCredential",
        "issuer":"did:example:a","credentialSubject":{"id":"did:example:a"}}]
        """)]
    [InlineData("type", "[\"VerifiableCredential\"]")]
    public void Verify_PresentationOfSomethingElse_IsRefused(string member, string value)
    {
        var presentation = new JsonObject
        {
            ["@context"] = new JsonArray(KnownContexts.DataModel2),
            ["type"] = new JsonArray("VerifiablePresentation"),
            [member] = JsonNode.Parse(value),
        };
        var options = new ProofOptions
        {
            VerificationMethod = Method,
            Created = Now,
            ProofPurpose = "authentication",
        };

        var signed = Sign(presentation, options);

        Assert.False(Ask(new() { Document = signed, IsPresentation = true }).IsVerified);
    }

    [Fact]
    public void Verify_LongDocumentUnderALongChain_IsNotCanonicalisedOverAndOver()
    {
        var credential = Credential();
        credential["name"] = new string('x', 400_000);
        for (var proof = 0; proof < 6; proof++)
        {
            credential = JsonNode.Parse(Sign(credential, new()
            {
                VerificationMethod = Method,
                Created = Now,
                Id = $"urn:uuid:{proof}",
                PreviousProofs = proof == 0 ? [] : [$"urn:uuid:{proof - 1}"],
            }).GetRawText())!.AsObject();
        }

        var problem = Assert.Single(Verify(Json(credential)).Errors);
        Assert.EndsWith("#RANGE_ERROR", problem.Type, StringComparison.Ordinal);
        credential["proof"] = new JsonArray(
            [.. credential["proof"]!.AsArray().Take(4).Select(each => each!.DeepClone())]);
        Assert.True(Verify(Json(credential)).IsVerified);
    }

    private static JsonObject Credential() => JsonNode.Parse($$"""
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
        "issuer":"{{Did}}","credentialSubject":{"id":"did:example:subject"} }
        """)!.AsObject();

    private static JsonElement Sign(JsonObject document, ProofOptions? options = null) =>
        JsonElement.Parse(DataIntegrity.Sign(
            document.ToJsonString(), Cryptosuites.EddsaRdfc2022, Key,
            options ?? new() { VerificationMethod = Method, Created = Now }, GeneralContexts.Documents));

    private static JsonElement Json(JsonObject document) => JsonSerializer.SerializeToElement(document);

    private static GeneralAnswer Verify(JsonElement document, GeneralChecks checks = GeneralChecks.All) =>
        Ask(new() { Document = document, Checks = checks });

    private static GeneralAnswer Ask(GeneralQuestion question) => GeneralVerifier.Verify(
        question, new Dictionary<string, FetchedDocument>(), allowLoopback: false, Now);

    private static Verdict VerdictAsBadge(JsonElement document)
    {
        var submitted = SubmittedBadge.Read(System.Text.Encoding.UTF8.GetBytes(document.GetRawText()));
        if (submitted.Credential is not { } parsed)
        {
            return Verdict.Invalid;
        }

        var resolved = new ResolvedCredential(parsed, new Dictionary<string, FetchedDocument>());
        return VerificationReport.Create(
            new ReportOrigin(submitted.Container), Checks.Run(resolved, Now), _ => Trust.Unknown).Verdict;
    }
}
