using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Open Badges 3.0 with embedded proofs (sections 8.3 and 9.1).</summary>
public class EmbeddedVerificationTests
{
    private const string Secret = "member";

    public static TheoryData<string> Suites =>
        ["eddsa-rdfc-2022", "eddsa-jcs-2022", "p256-rdfc", "p256-jcs", "p384-rdfc", "p384-jcs"];

    [Fact]
    public void Verify_WhatTheServiceSigns_IsValidWithEveryDecisiveCheckPassed()
    {
        var report = EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge()));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CredentialFormat.OpenBadges3Embedded, report.Format);
        Assert.All(CheckIds.Decisive, id => Assert.Equal(CheckOutcome.Passed, report.Of(id).Outcome));
        Assert.Equal(SigningIssuer.DidDocument, report.Of(CheckIds.Key).Source);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Verify_EverySuite_IsValidAndAChangedMember_FailsTheProof(string suite)
    {
        var signed = Sign(SigningIssuer.Badge(), suite);

        var good = EmbeddingIssuer.Web().Verify(signed);
        var changed = EmbeddingIssuer.Web().Verify(signed.Replace("Rabot", "Robot", StringComparison.Ordinal));

        Assert.True(good.Verdict is Verdict.Valid, good.Explain());
        Assert.Equal(CheckCodes.SignatureWrong, changed.Of(CheckIds.Proof).Code);
        Assert.Equal(Verdict.Invalid, changed.Verdict);
    }

    [Fact]
    public void Verify_KeyInTheFragmentAndNoDocument_PassesTheProofAndLeavesTheKeyOpen()
    {
        var web = EmbeddingIssuer.Web().AddFailure(SigningIssuer.DidDocument, FetchOutcome.Unreachable);

        var report = web.Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge()));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.DocumentUnreachable),
            (report.Of(CheckIds.Key).Outcome, report.Of(CheckIds.Key).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Verify_SomebodyElsesKeyUnderTheIssuersName_PassesTheProofAndFailsTheKey()
    {
        var forged = EmbeddingIssuer.Sign(
            SigningIssuer.Badge().ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.OtherKey,
            $"{EmbeddingIssuer.Did}#{EmbeddingIssuer.OtherKey.Multikey}");

        var report = EmbeddingIssuer.Web().Verify(forged);

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Verify_KeyInTheFragmentOfAPlainProfile_IsNotTheIssuersForThat()
    {
        const string Issuer = "https://issuer.example/profile";
        var badge = SigningIssuer.Badge(each => each["issuer"]!["id"] = Issuer).ToJsonString();
        var forged = EmbeddingIssuer.Sign(
            badge, Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.OtherKey,
            $"{Issuer}#{EmbeddingIssuer.OtherKey.Multikey}");
        var web = EmbeddingIssuer.Web().Add(Issuer, $$"""{"id":"{{Issuer}}","type":"Profile","name":"Atelier"}""");

        var report = web.Verify(forged);

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
    }

    [Fact]
    public void Verify_KeyOfAnotherType_FailsTheProof()
    {
        var signed = EmbeddingIssuer.SignAndChange(badge =>
            badge["proof"]![0]!["verificationMethod"] = $"{EmbeddingIssuer.Did}#{EmbeddingIssuer.P256.Multikey}");

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.Equal(CheckCodes.AlgorithmOfOtherKey, report.Of(CheckIds.Proof).Code);
    }

    [Fact]
    public void Verify_ProofOfTheIssuerBesideOneOfSomebodyElse_IsValid()
    {
        var both = EmbeddingIssuer.Sign(
            EmbeddingIssuer.Sign(SigningIssuer.Badge()), Cryptosuites.EddsaJcs2022, EmbeddingIssuer.OtherKey,
            $"did:key:{EmbeddingIssuer.OtherKey.Multikey}#{EmbeddingIssuer.OtherKey.Multikey}");

        var report = EmbeddingIssuer.Web().Verify(both);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void Verify_GoodProofBesideASuiteThatIsNotImplemented_IsValidWithARemark()
    {
        var signed = EmbeddingIssuer.SignAndChange(badge => badge["proof"]!.AsArray().Add(ProofOf("bbs-2023")));

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Contains(
            report.Of(CheckIds.Proof).Remarks,
            remark => remark is { Code: CheckCodes.OtherProofNotRead, Arguments: ["bbs-2023"] });
    }

    [Fact]
    public void Verify_MoreProofsThanAnybodyNeeds_AreNotLookedAt()
    {
        var signed = EmbeddingIssuer.SignAndChange(badge =>
        {
            for (var count = 0; count < 8; count++)
            {
                badge["proof"]!.AsArray().Add(badge["proof"]![0]!.DeepClone());
            }
        });

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.Equal(CheckCodes.TooIntricate, report.Of(CheckIds.Proof).Code);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Verify_MoreContextsThanAnybodyNeeds_AreNotRead()
    {
        var signed = EmbeddingIssuer.SignAndChange(badge =>
        {
            for (var count = 0; count < 100; count++)
            {
                badge["@context"]!.AsArray().Add(badge["@context"]![1]!.DeepClone());
            }
        });

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.Equal(CheckCodes.TooIntricate, report.Of(CheckIds.Context).Code);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Verify_IssuersProofOfASuiteThatIsNotImplementedBesideAForgersOwn_FailsTheKey()
    {
        var other = EmbeddingIssuer.OtherKey.Multikey;
        var signed = JsonNode.Parse(EmbeddingIssuer.Sign(
            SigningIssuer.Badge().ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.OtherKey,
            $"did:key:{other}#{other}"))!;
        signed["proof"]!.AsArray().Add(ProofOf("bbs-2023"));

        var report = EmbeddingIssuer.Web().Verify(signed.ToJsonString());

        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
    }

    [Fact]
    public void Verify_MemberThatNoContextDefines_IsNotSignedAndFailsTheContext()
    {
        var signed = EmbeddingIssuer.SignAndChange(
            badge => badge["credentialSubject"]!["achievement"]![Secret] = "added afterwards");

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.MemberUndefined),
            (report.Of(CheckIds.Context).Outcome, report.Of(CheckIds.Context).Code));
        Assert.Contains(Secret, report.Of(CheckIds.Context).Detail(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_MemberThatNoContextDefinesUnderJcs_IsSignedAndValid()
    {
        var badge = SigningIssuer.Badge(each => each["credentialSubject"]![Secret] = "signed");

        Assert.Equal(Verdict.Valid, EmbeddingIssuer.Web().Verify(Sign(badge, "eddsa-jcs-2022")).Verdict);
    }

    [Theory]
    [InlineData("unknownMember", "x", CheckCodes.ProofUnreadable)]
    [InlineData("expires", "2026-01-31T00:00:00Z", CheckCodes.ProofExpired)]
    [InlineData("expires", "tomorrow", CheckCodes.ProofDateWrong)]
    [InlineData("created", "2026-13-01", CheckCodes.ProofDateWrong)]
    [InlineData("proofPurpose", "authentication", CheckCodes.ProofPurposeWrong)]
    [InlineData("proofValue", "z", CheckCodes.SignatureWrong)]
    [InlineData("proofValue", "u2V0BhVhAVrRD4x9j7ya02Hp8", CheckCodes.SignatureWrong)]
    [InlineData("verificationMethod", "no identifier", CheckCodes.AddressNotAllowed)]
    [InlineData("verificationMethod", "did:other:7#key", CheckCodes.DidMethodUnknown)]
    [InlineData("cryptosuite", "eddsa-rdf-2022", CheckCodes.ProofSuiteUnknown)]
    public void Verify_ProofWithAWrongMember_FailsTheProof(string member, string value, string code)
    {
        var signed = EmbeddingIssuer.SignAndChange(badge => badge["proof"]![0]![member] = value);

        var report = EmbeddingIssuer.Web().Verify(signed);

        Assert.Equal((CheckOutcome.Failed, code), (report.Of(CheckIds.Proof).Outcome, report.Of(CheckIds.Proof).Code));
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Verify_ProofInsideAToken_IsJudgedToo()
    {
        var badge = JsonNode.Parse(EmbeddingIssuer.Sign(SigningIssuer.Badge()))!.AsObject();
        var good = EmbeddingIssuer.Web().Verify(SigningIssuer.Sign(badge));
        badge["proof"]![0]!["created"] = "2026-01-15T09:30:01Z";

        var forged = EmbeddingIssuer.Web().Verify(SigningIssuer.Sign(badge));

        Assert.True(good.Verdict is Verdict.Valid, good.Explain());
        Assert.Equal(CheckCodes.SignatureWrong, forged.Of(CheckIds.Proof).Code);
    }

    [Theory]
    [InlineData(false, Verdict.Valid)]
    [InlineData(true, Verdict.Revoked)]
    public void Verify_StatusListWithAProofInside_IsRead(bool isSet, Verdict expected)
    {
        var web = EmbeddingIssuer.Web().Add(SigningIssuer.List, EmbeddingIssuer.StatusList(isSet));

        Assert.Equal(expected, web.Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge())).Verdict);
    }

    [Theory]
    [InlineData("changed", CheckCodes.ListForged)]
    [InlineData("hidden", CheckCodes.ListForged)]
    [InlineData("otherKey", CheckCodes.ListForged)]
    [InlineData("otherIssuer", CheckCodes.ListOfOtherIssuer)]
    [InlineData("suite", CheckCodes.ListNotVerified)]
    public void Verify_StatusListWithAProofThatDoesNotHold_IsNotRun(string fault, string code)
    {
        var did = $"did:key:{EmbeddingIssuer.OtherKey.Multikey}";
        var method = $"{did}#{EmbeddingIssuer.OtherKey.Multikey}";
        var list = fault switch
        {
            "changed" => EmbeddingIssuer.StatusList(isSet: true)
                .Replace("\"ttl\":300000", "\"ttl\":300001", StringComparison.Ordinal),
            "hidden" => EmbeddingIssuer.StatusList(change: each => each["validUntil"] = "2026-01-31T00:00:00Z").Replace(
                "\"validUntil\"", "\"https://www.w3.org/2018/credentials#validUntil\"", StringComparison.Ordinal),
            "otherKey" => EmbeddingIssuer.StatusList(key: EmbeddingIssuer.OtherKey, method: method),
            "otherIssuer" => EmbeddingIssuer.StatusList(
                change: each => each["issuer"] = did, key: EmbeddingIssuer.OtherKey, method: method),
            _ => EmbeddingIssuer.StatusList().Replace("eddsa-rdfc-2022", "bbs-2023", StringComparison.Ordinal),
        };

        var report = EmbeddingIssuer.Web().Add(SigningIssuer.List, list)
            .Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge()));

        Assert.Equal(
            (CheckOutcome.NotRun, code), (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    private static string Sign(JsonObject badge, string suite)
    {
        var (declared, key, multikey) = suite switch
        {
            "eddsa-rdfc-2022" => (
                Cryptosuites.EddsaRdfc2022, (ISigningKey)EmbeddingIssuer.Key, EmbeddingIssuer.Key.Multikey),
            "eddsa-jcs-2022" => (Cryptosuites.EddsaJcs2022, EmbeddingIssuer.Key, EmbeddingIssuer.Key.Multikey),
            "p256-rdfc" => (Cryptosuites.EcdsaRdfc2019, EmbeddingIssuer.P256, EmbeddingIssuer.P256.Multikey),
            "p256-jcs" => (Cryptosuites.EcdsaJcs2019, EmbeddingIssuer.P256, EmbeddingIssuer.P256.Multikey),
            "p384-rdfc" => (Cryptosuites.EcdsaRdfc2019, EmbeddingIssuer.P384, EmbeddingIssuer.P384.Multikey),
            _ => (Cryptosuites.EcdsaJcs2019, EmbeddingIssuer.P384, EmbeddingIssuer.P384.Multikey),
        };
        return EmbeddingIssuer.Sign(badge.ToJsonString(), declared, key, $"{EmbeddingIssuer.Did}#{multikey}");
    }

    private static JsonObject ProofOf(string suite) => new()
    {
        ["type"] = "DataIntegrityProof",
        ["cryptosuite"] = suite,
        ["created"] = "2026-01-15T09:30:00Z",
        ["verificationMethod"] = EmbeddingIssuer.Method,
        ["proofPurpose"] = "assertionMethod",
        ["proofValue"] = "u2V0BhVhAVrRD4x9j7ya02Hp8",
    };
}
