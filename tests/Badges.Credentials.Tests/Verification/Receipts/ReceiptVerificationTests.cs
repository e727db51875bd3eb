using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Tests.Verification.Receipts;

/// <summary>A receipt that is handed in where a badge was expected: believed only as far as its signature goes, and
/// never taken for a badge.</summary>
public sealed class ReceiptVerificationTests
{
    [Fact]
    public void Verify_OfOurs_IsGoodAndSaysNothingOfToday()
    {
        var report = ReceiptService.Verify(ReceiptService.Sign());

        Assert.True(report.Receipt?.Signature is ReceiptSignature.Good, report.Explain());
        Assert.Equal(CredentialFormat.Receipt, report.Format);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(Trust.Known, report.Trust);
        Assert.Null(report.Credential);
        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.ReceiptOfItsDay),
            (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(CheckIds.All, report.Checks.Select(check => check.Id));
        Assert.Contains("no badge", report.Sentence(ReportLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_OfOurs_HoldsWhatTheReceiptSays()
    {
        var json = JsonElement.Parse(ReceiptService.Verify(ReceiptService.Sign()).ToJson(ReportLanguage.English));

        Assert.Equal("receipt", json.GetProperty("format").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("credential").ValueKind);
        var receipt = json.GetProperty("receipt");
        Assert.Equal(
            ["signature", "page", "issuer", "checkedAt", "verdict", "trust", "sentence", "sha256", "badge", "checks"],
            receipt.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith("Genuine badge", receipt.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validFrom", "2026-02-02T00:00:00Z")]
    [InlineData("issuer", "did:web:badges.example:issuers:other")]
    [InlineData("credentialSubject.verdict", "revoked")]
    [InlineData("credentialSubject.trust", "unknown")]
    [InlineData("credentialSubject.id", "https://badges.example/credentials/other")]
    [InlineData("credentialSubject.name", "Another badge")]
    [InlineData("credentialSubject.sha256", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("credentialSubject.more", "added")]
    public void Verify_AnyMemberChanged_IsWrongAndShowsNothingOfIt(string path, string value)
    {
        var changed = JsonNode.Parse(ReceiptService.Sign())!.AsObject();
        var names = path.Split('.');
        var holder = names.Length == 1 ? changed : changed[names[0]]!.AsObject();
        holder[names[^1]] = value;

        var report = ReceiptService.Verify(changed.ToJsonString());

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(ReceiptSignature.Wrong, report.Receipt?.Signature);
        Assert.Equal(Trust.Unknown, report.Trust);
        Assert.DoesNotContain("\"sha256\"", report.ToJson(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithoutProof_IsWrong() => Assert.Equal(
        ReceiptSignature.Wrong, ReceiptService.Verify(ReceiptService.Unsigned().ToJsonString()).Receipt?.Signature);

    [Fact]
    public void Verify_SignedWithAnotherKeyUnderOurName_IsWrong()
    {
        var forged = ReceiptService.Sign(ReceiptService.Unsigned(), EmbeddingIssuer.OtherKey);

        Assert.Equal(ReceiptSignature.Wrong, ReceiptService.Verify(forged).Receipt?.Signature);
    }

    [Theory]
    [InlineData("did:key:")]
    [InlineData(ReceiptService.Did + "#")]
    public void Verify_OurNameAndAKeyThatIsNotOurs_IsWrong(string before)
    {
        var multikey = EmbeddingIssuer.OtherKey.Multikey;
        var method = before == "did:key:" ? $"{before}{multikey}#{multikey}" : before + multikey;

        var report = ReceiptService.Verify(
            ReceiptService.Sign(ReceiptService.Unsigned(), EmbeddingIssuer.OtherKey, method));

        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Proof).Outcome);
        Assert.Equal(ReceiptSignature.Wrong, report.Receipt?.Signature);
        Assert.Equal(CheckCodes.KeyNotIssuers, report.Of(CheckIds.Key).Code);
    }

    [Fact]
    public void Verify_OfAServiceThatNobodyKnows_IsOfAnUnknownKey()
    {
        var multikey = EmbeddingIssuer.OtherKey.Multikey;
        var other = ReceiptService.Unsigned(document => document["issuer"] = $"did:key:{multikey}");

        var report = ReceiptService.Verify(
            ReceiptService.Sign(other, EmbeddingIssuer.OtherKey, $"did:key:{multikey}#{multikey}"), Trust.Unknown);

        Assert.Equal(ReceiptSignature.UnknownKey, report.Receipt?.Signature);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(CheckCodes.IssuerUnknown, report.Of(CheckIds.Registry).Code);
    }

    [Fact]
    public void Verify_KeyThatCannotBeHad_IsNotChecked()
    {
        var web = EmbeddingIssuer.Web().AddFailure(SigningIssuer.DidDocument, FetchOutcome.Unreachable);

        var report = web.Verify(ReceiptService.Sign());

        Assert.Equal(ReceiptSignature.NotChecked, report.Receipt?.Signature);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(Trust.Unknown, report.Trust);
    }

    [Theory]
    [InlineData("verdict", "\"perfect\"")]
    [InlineData("trust", "null")]
    [InlineData("sha256", "\"abc\"")]
    [InlineData("sha256", "[]")]
    [InlineData("checks", "[]")]
    [InlineData("checks", "[{\"check\":\"proof\",\"outcome\":\"perfect\"}]")]
    [InlineData("checks", "[{\"check\":\"magic\",\"outcome\":\"passed\"}]")]
    [InlineData("checks", "\"all\"")]
    public void Verify_SignedAndNotMadeAsAReceipt_IsWrong(string member, string json)
    {
        var document = ReceiptService.Unsigned(
            receipt => receipt["credentialSubject"]![member] = JsonNode.Parse(json));

        var report = ReceiptService.Verify(ReceiptService.Sign(document));

        Assert.Equal(CheckCodes.ReceiptMalformed, report.Of(CheckIds.Schema).Code);
        Assert.Equal(ReceiptSignature.Wrong, report.Receipt?.Signature);
    }

    /// <summary>Under RDF a word can hide behind another one: only JCS holds a receipt together.</summary>
    [Fact]
    public void Verify_SignedAsRdf_IsNotBelieved()
    {
        var signed = DataIntegrity.Sign(
            ReceiptService.Unsigned().ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.Key,
            new() { VerificationMethod = EmbeddingIssuer.Method, Created = ArchivedWeb.Now }, ReceiptService.Contexts);

        var report = ReceiptService.Verify(signed);

        Assert.NotEqual(ReceiptSignature.Good, report.Receipt?.Signature);
        Assert.NotEqual(Verdict.Valid, report.Verdict);
    }

    [Fact]
    public void Verify_ABadgeThatCallsItselfAReceiptToo_IsJudgedAsABadge()
    {
        var badge = SigningIssuer.Badge(each => each["type"]!.AsArray().Add("VerificationReceipt"));

        var report = ReceiptService.Verify(ReceiptService.Sign(badge));

        Assert.Equal(CredentialFormat.OpenBadges3Embedded, report.Format);
        Assert.Null(report.Receipt);
    }

    [Theory]
    [InlineData(Trust.Known)]
    [InlineData(Trust.Unknown)]
    [InlineData(Trust.Lookalike)]
    public void Verify_AReceiptWithTheMembersOfABadge_IsNeverValid(Trust trust)
    {
        var document = ReceiptService.Unsigned(receipt =>
        {
            var badge = SigningIssuer.Badge();
            foreach (var (name, value) in badge["credentialSubject"]!.AsObject())
            {
                receipt["credentialSubject"]![name] = value?.DeepClone();
            }
        });

        var report = ReceiptService.Verify(ReceiptService.Sign(document), trust);

        Assert.NotEqual(Verdict.Valid, report.Verdict);
        Assert.DoesNotContain("authentique", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_AMegabyteOfChecks_IsWrongAndQuick()
    {
        const string Check = """{"check":"proof","outcome":"passed"}""";
        var document = ReceiptService.Unsigned(receipt => receipt["credentialSubject"]!["checks"] =
            new JsonArray([.. Enumerable.Range(0, 20_000).Select(_ => JsonNode.Parse(Check))]));
        var signed = ReceiptService.Sign(document);
        var watch = Stopwatch.StartNew();

        var report = ReceiptService.Verify(signed);

        Assert.Equal(ReceiptSignature.Wrong, report.Receipt?.Signature);
        Assert.InRange(signed.Length, 700_000, Submission.MaximumTextBytes);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Verify_EachByteOfAReceiptChanged_NeverThrowsAndIsNeverGood()
    {
        var bytes = ReceiptService.Bytes(ReceiptService.Sign());
        var same = ReceiptService.Verify(bytes)?.Receipt?.Receipt;
        Assert.NotNull(same);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x21;

            var report = ReceiptService.Verify(changed);

            Assert.NotEqual(Verdict.Valid, report?.Verdict);
            Assert.False(report?.Receipt?.Signature is ReceiptSignature.Good, $"byte {at}");
        }
    }

    [Fact]
    public void Verify_APdfThatCarriesABadge_CarriesNone()
    {
        var badge = EmbeddingIssuer.Sign(SigningIssuer.Badge());
        var file = ReceiptService.Bytes(
            "%PDF-1.7\n%%EOF\n1 0 obj\n<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length "
            + $"{ReceiptService.Bytes(badge).Length}>> stream\n{badge}\nendstream\n");

        var read = SubmittedBadge.Read(file);

        Assert.True(read.HasNoBadge);
        Assert.Equal(SubmissionContainer.Pdf, read.Container);
    }

    [Fact]
    public void Read_APdfLargerThanATextMayBe_IsTooLarge()
    {
        var file = new byte[Submission.MaximumTextBytes + 1];
        "%PDF-1.7\n"u8.CopyTo(file);

        Assert.Equal(CheckCodes.TooLarge, SubmittedBadge.Read(file).Code);
    }
}
