using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Tests.Verification.Receipts;

/// <summary>What a receipt holds of a verification, and what it leaves out.</summary>
public sealed class ReceiptTests
{
    private static readonly DateTimeOffset Now = ArchivedWeb.Now;

    [Fact]
    public void Of_AGenuineBadge_HoldsTheVerdictAndTheDigest()
    {
        var receipt = ReceiptService.Receipt();

        Assert.Equal(Verdict.Valid, receipt.Verdict);
        Assert.Equal(Trust.Known, receipt.Trust);
        Assert.Equal(Now, receipt.CheckedAt);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("submitted"u8)), receipt.Sha256);
        Assert.Equal(SigningIssuer.Badge()["id"]!.GetValue<string>(), receipt.BadgeId);
        Assert.Equal(SigningIssuer.Did, receipt.BadgeIssuer);
        Assert.Equal(CheckIds.All, receipt.Checks.Select(check => check.Id));
    }

    [Theory]
    [InlineData("somebody@example.org")]
    [InlineData("https://somebody.example/")]
    public void Of_AQuestionAboutAPerson_IsAsIfNobodyHadAsked(string asked)
    {
        var report = ReceiptService.Report(recipient: asked);
        Assert.NotEqual(Verdict.Valid, report.Verdict);

        var receipt = ReceiptService.Receipt(report);

        Assert.Equal(Verdict.Valid, receipt.Verdict);
        Assert.Equal(
            (CheckOutcome.NotApplicable, CheckCodes.NobodyAsked),
            (receipt.Checks.Of(CheckIds.Recipient).Outcome, receipt.Checks.Of(CheckIds.Recipient).Code));
        Assert.DoesNotContain("somebody", ReceiptService.Sign(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ABadgeThatItsIssuerDidNotSign_HoldsNeitherNameNorIssuer()
    {
        var changed = EmbeddingIssuer.SignAndChange(
            badge => badge["credentialSubject"]!["achievement"]!["name"] = "INAÉ certifie tout");

        var receipt = ReceiptService.Receipt(EmbeddingIssuer.Web().Verify(changed));

        Assert.Equal(Verdict.Invalid, receipt.Verdict);
        Assert.Null(receipt.BadgeName);
        Assert.Null(receipt.BadgeIssuer);
        Assert.DoesNotContain("INAÉ", ReceiptService.Sign(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mailto:somebody@example.org")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    public void Of_AnIdentifierThatIsNoAddress_LeavesItOut(string id) =>
        Assert.Null(ReceiptService.Receipt(ReceiptService.Report(badge => badge["id"] = id)).BadgeId);

    [Fact]
    public void Of_NothingRead_IsNone()
    {
        var unreadable = VerificationReport.Unreadable(new(null), CheckCodes.UnknownPicture, [], Now);

        Assert.Null(Receipt.Of(unreadable, [], ReceiptService.Did));
    }

    [Fact]
    public void Of_AReceipt_IsNone() =>
        Assert.Null(Receipt.Of(ReceiptService.Verify(ReceiptService.Sign()), [], ReceiptService.Did));

    [Fact]
    public void Sign_Twice_IsTheSameText() => Assert.Equal(ReceiptService.Sign(), ReceiptService.Sign());

    [Fact]
    public void Sign_AsJsonLd_LosesNothing()
    {
        var document = JsonElement.Parse(ReceiptService.Sign());

        Assert.Null(SecuredDocument.Of(document, ReceiptService.Contexts).FindLoss());
    }

    public static TheoryData<string> Verdicts() =>
        ["valid", "unknown", "lookalike", "expired", "notYet", "revoked", "unread"];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void ToReport_AnyVerdict_SaysTheSameSentence(string kind)
    {
        var report = ReportOf(kind);
        var read = ReceiptService.Verify(ReceiptService.Sign(ReceiptService.Receipt(report))).Receipt?.Receipt;

        Assert.NotNull(read);
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            Assert.Equal(report.Sentence(language), read.ToReport().Sentence(language));
        }

        Assert.Equal(report.Verdict, read.Verdict);
        Assert.Equal(
            report.Checks.Select(check => (check.Id, check.Outcome, check.Code)),
            read.Checks.Select(check => (check.Id, check.Outcome, check.Code)));
    }

    private static VerificationReport ReportOf(string kind)
    {
        string Signed(Action<JsonObject>? change = null) => EmbeddingIssuer.Sign(SigningIssuer.Badge(change));
        return kind switch
        {
            "unknown" => EmbeddingIssuer.Web().Verify(Signed(), trust: Trust.Unknown),
            "lookalike" => EmbeddingIssuer.Web().Verify(Signed(), trust: Trust.Lookalike),
            "expired" => ReceiptService.Report(badge => badge["validUntil"] = "2026-01-20T00:00:00Z"),
            "notYet" => ReceiptService.Report(badge => badge["validFrom"] = "2026-03-01T00:00:00Z"),
            "revoked" => EmbeddingIssuer.Web()
                .Add(SigningIssuer.List, EmbeddingIssuer.StatusList(isSet: true)).Verify(Signed()),
            "unread" => EmbeddingIssuer.Web().AddFailure(SigningIssuer.List, FetchOutcome.Unreachable).Verify(Signed()),
            _ => ReceiptService.Report(),
        };
    }
}
