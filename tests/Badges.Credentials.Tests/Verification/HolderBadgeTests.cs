using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.Credentials.Tests.Proofs.SelectiveDisclosure;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Badges signed with ecdsa-sd-2023: as the issuer hands them to a holder, and as the holder shows
/// them.</summary>
public class HolderBadgeTests
{
    private static readonly string Method = $"{EmbeddingIssuer.Did}#{EmbeddingIssuer.P256.Multikey}";

    private static readonly string[] Mandatory =
    [
        "/id", "/issuer", "/validFrom", "/validUntil", "/credentialStatus", "/name", "/credentialSubject/achievement",
        "/credentialSubject/id",
    ];

    [Fact]
    public void Verify_AsTheHolderGotIt_IsValidAndAChangedMember_Invalid()
    {
        var signed = Signed().ToJsonString();

        var good = EmbeddingIssuer.Web().Verify(signed);
        var mandatory = EmbeddingIssuer.Web().Verify(signed.Replace("Rabot", "Robot", StringComparison.Ordinal));
        var chosen = EmbeddingIssuer.Web().Verify(signed.Replace("a7f3c19e", "a7f3c19f", StringComparison.Ordinal));

        Assert.True(good.Verdict is Verdict.Valid, good.Explain());
        Assert.Empty(good.Of(CheckIds.Proof).Remarks);
        Assert.Equal(CheckCodes.SignatureWrong, mandatory.Of(CheckIds.Proof).Code);
        Assert.Equal(CheckCodes.SignatureWrong, chosen.Of(CheckIds.Proof).Code);
    }

    [Fact]
    public void Verify_AsTheHolderShowsIt_IsValidWithoutWhatWasKept()
    {
        var shown = SelectiveDisclosureProofs.TryDerive(
            Signed().ToJsonString(), ["/awardedDate"], BundledContexts.Documents)!;

        var report = EmbeddingIssuer.Web().Verify(shown);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.DoesNotContain("a7f3c19e", shown, StringComparison.Ordinal);
        Assert.Empty(report.Credential!.Evidence);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_BesideAnotherProofOfTheIssuer_BothCount(bool isGood)
    {
        var badge = JsonNode.Parse(EmbeddingIssuer.Sign(SigningIssuer.Badge()))!.AsObject();
        var signed = HolderProofs.Sign(badge, EmbeddingIssuer.P256, Method, Mandatory);
        if (!isGood)
        {
            signed["proof"]![1]!["created"] = "2026-01-15T09:30:01Z";
        }

        var report = EmbeddingIssuer.Web().Verify(signed.ToJsonString());

        Assert.True(report.Verdict == (isGood ? Verdict.Valid : Verdict.Invalid), report.Explain());
    }

    /// <summary>A list has no name of its own in RDF.</summary>
    [Fact]
    public void Verify_BaseProofOverAList_IsNotVerifiedAndThatIsSaid()
    {
        var value = BaseProofValue.TryRead(Signed()["proof"]!["proofValue"]!.GetValue<string>())!;
        var proof = Signed()["proof"]!.DeepClone();
        proof["proofValue"] = HolderProofs.Write(value);
        var badge = SigningIssuer.Badge(each =>
            each["credentialSubject"]!["achievement"]!["resultDescription"] = new JsonArray(new JsonObject
            {
                ["id"] = "urn:uuid:0",
                ["type"] = new JsonArray("ResultDescription"),
                ["name"] = "Note",
                ["resultType"] = "RawScore",
                ["allowedValue"] = new JsonArray("1", "2"),
            }));
        var beside = JsonNode.Parse(EmbeddingIssuer.Sign(badge))!.AsObject();
        beside["proof"]!.AsArray().Add(proof.DeepClone());
        badge["proof"] = proof;

        var alone = EmbeddingIssuer.Web().Verify(badge.ToJsonString());
        var both = EmbeddingIssuer.Web().Verify(beside.ToJsonString());

        Assert.Equal(CheckCodes.ProofSuiteNotSupported, alone.Of(CheckIds.Proof).Code);
        Assert.Equal(Verdict.Undetermined, alone.Verdict);
        Assert.True(both.Verdict is Verdict.Valid, both.Explain());
        Assert.Contains(
            both.Of(CheckIds.Proof).Remarks,
            remark => remark is { Code: CheckCodes.OtherProofNotRead, Arguments: ["ecdsa-sd-2023"] });
    }

    private static JsonObject Signed() =>
        HolderProofs.Sign(SigningIssuer.Badge(), EmbeddingIssuer.P256, Method, Mandatory);
}
