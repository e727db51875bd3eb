using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Kinds of status that badges in circulation carry: entries of several bits, lists of issuers that are only a
/// key, and purposes that are no withdrawal. The forerunners are in <see cref="OlderStatusListsTests"/>.</summary>
public class StatusKindsTests
{
    // Places of several bits: place 2 of four bits each is bits 8 to 11.

    [Theory]
    [InlineData("4", 0b0000_0000, Verdict.Valid)]
    [InlineData("4", 0b0001_0000, Verdict.Revoked)]
    [InlineData("4", 0b0000_1111, Verdict.Valid)]
    [InlineData(4, 0b1000_0000, Verdict.Revoked)]
    [InlineData("0", 0, Verdict.Undetermined)]
    [InlineData("64", 0, Verdict.Undetermined)]
    [InlineData("four", 0, Verdict.Undetermined)]
    public void Status_PlaceOfSeveralBits_IsReadWhole(object size, int bits, Verdict expected)
    {
        var report = VerifyAt(bits, Entry("revocation", entry => entry["statusSize"] = JsonValue.Create(size)));

        Assert.True(report.Verdict == expected, report.Explain());
    }

    [Fact]
    public void Status_LastPlaceOfSeveralBits_IsThereAndTheNextIsNot()
    {
        VerificationReport At(string index) => VerifyAt(0, Entry("revocation", entry =>
        {
            entry["statusSize"] = 4;
            entry["statusListIndex"] = index;
        }));

        Assert.Equal(Verdict.Valid, At($"{(BitstringStatusList.MinimumLength / 4) - 1}").Verdict);
        Assert.Equal(
            CheckCodes.IndexOutOfRange, At($"{BitstringStatusList.MinimumLength / 4}").Of(CheckIds.Status).Code);
        Assert.Equal(CheckCodes.IndexOutOfRange, At($"{long.MaxValue}").Of(CheckIds.Status).Code);
    }

    // An issuer that is only a key has no host of its own.

    [Theory]
    [InlineData("https://platform.example/revoked", "[]", Verdict.Valid, CheckCodes.ListUnsignedButNamed)]
    [InlineData("https://platform.example/revoked", "[\"BADGE\"]", Verdict.Revoked, CheckCodes.ListUnsignedButNamed)]
    [InlineData("https://elsewhere.example/revoked", "[]", Verdict.Undetermined, null)]
    public void Status_UnsignedListOfAnIssuerThatIsOnlyAKey_CountsOnTheBadgesOwnSite(
        string list, string revoked, Verdict expected, string? remark)
    {
        const string Id = "https://platform.example/credentials/1";
        var issuer = $"did:key:{EmbeddingIssuer.Key.Multikey}";
        var badge = SigningIssuer.Badge(each =>
        {
            each["id"] = Id;
            each["issuer"]!["id"] = issuer;
            each["credentialStatus"] = new JsonObject { ["id"] = list, ["type"] = "1EdTechRevocationList" };
            each["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        });
        var signed = EmbeddingIssuer.Sign(
            badge.ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.Key,
            $"{issuer}#{EmbeddingIssuer.Key.Multikey}");
        var body = $$"""{"revokedCredential":{{revoked.Replace("BADGE", Id, StringComparison.Ordinal)}}}""";

        var report = new ArchivedWeb().Add(list, body).Verify(signed);

        Assert.True(report.Verdict == expected, report.Explain());
        Assert.Equal(remark, report.Of(CheckIds.Status).Remarks.SingleOrDefault()?.Code);
    }

    // Purposes that are no withdrawal

    [Fact]
    public void Status_RefreshAnnounced_IsSaidAndChangesNothing()
    {
        var report = VerifyAt(0b1000_0000, Entry("refresh", entry => entry["statusListIndex"] = "8"));

        Assert.Equal(CheckOutcome.NotApplicable, report.Of(CheckIds.Status).Outcome);
        Assert.Equal(CheckCodes.NewerAnnounced, Assert.Single(report.Of(CheckIds.Status).Remarks).Code);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void Status_Message_IsToldAsTheIssuerWroteIt()
    {
        var report = VerifyAt(0b0010_0000, Message());

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(
            "La structure dit de ce badge : en réexamen", report.Of(CheckIds.Status).Detail(ReportLanguage.French),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Status_MessageListOutOfReach_ChangesNothing()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialStatus"] = Message()));

        var report = SigningIssuer.Web().AddFailure(SigningIssuer.List, FetchOutcome.Unreachable).Verify(token);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(CheckCodes.OtherPurpose, Assert.Single(report.Of(CheckIds.Status).Remarks).Code);
    }

    [Fact]
    public void Status_PurposeThatMayMeanWithdrawal_IsUndetermined()
    {
        var report = VerifyAt(0, Entry("deactivation"));

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.PurposeUnknown),
            (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

    private static JsonObject Message() => Entry("message", entry =>
    {
        entry["statusSize"] = 2;
        entry["statusListIndex"] = "5";
        entry["statusMessage"] = new JsonArray(
            new JsonObject { ["status"] = "0x0", ["message"] = "rien" },
            new JsonObject { ["status"] = "0x2", ["message"] = "en réexamen" });
    });

    private static JsonObject Entry(string purpose, Action<JsonObject>? change = null)
    {
        var entry = SigningIssuer.Entry(purpose: purpose, index: "2");
        change?.Invoke(entry);
        return entry;
    }

    /// <summary>A badge whose list has these bits from place 8 on.</summary>
    private static VerificationReport VerifyAt(int bits, JsonObject entry)
    {
        var list = BitstringStatusList.Empty();
        list[1] = (byte)bits;
        var purpose = entry["statusPurpose"]!.GetValue<string>();
        var signed = SigningIssuer.StatusList(change: each =>
        {
            each["credentialSubject"]!["statusPurpose"] = purpose;
            each["credentialSubject"]!["encodedList"] = BitstringStatusList.Encode(list);
        });
        return SigningIssuer.Web().Add(SigningIssuer.List, signed)
            .Verify(SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["credentialStatus"] = entry)));
    }
}
