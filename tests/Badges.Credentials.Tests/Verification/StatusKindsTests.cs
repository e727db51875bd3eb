using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Every kind of status that badges in circulation carry: the forerunners of Bitstring Status List, which
/// badges of the data model 1.1 use, entries of several bits, and purposes that are no withdrawal.</summary>
public class StatusKindsTests
{
    private const string DataModel1 = KnownContexts.DataModel1;

    public static TheoryData<string, string> Kinds => new()
    {
        { "StatusList2021Entry", "string" },
        { "StatusList2021Entry", "number" },
        { "RevocationList2020Status", "string" },
        { "RevocationList2020Status", "number" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Status_ListOfAnOlderKind_IsReadUnderRdfProofs(string type, string index)
    {
        var badge = EmbeddingIssuer.Sign(Badge1(type, index == "number" ? SigningIssuer.Index : null));

        var clear = EmbeddingIssuer.Web().Add(SigningIssuer.List, OldList(type, isSet: false)).Verify(badge);
        var set = EmbeddingIssuer.Web().Add(SigningIssuer.List, OldList(type, isSet: true)).Verify(badge);

        Assert.True(clear.Verdict is Verdict.Valid, clear.Explain());
        Assert.Equal((CheckOutcome.Passed, SigningIssuer.List), Of(clear));
        Assert.True(set.Verdict is Verdict.Revoked, set.Explain());
    }

    [Fact]
    public void Status_OlderKindForSuspension_Suspends()
    {
        var badge = Badge1("StatusList2021Entry", null);
        badge["credentialStatus"]!["statusPurpose"] = "suspension";
        var list = OldList("StatusList2021Entry", isSet: true, each =>
            each["credentialSubject"]!["statusPurpose"] = "suspension");

        var report = EmbeddingIssuer.Web().Add(SigningIssuer.List, list).Verify(EmbeddingIssuer.Sign(badge));

        Assert.True(report.Verdict is Verdict.Suspended, report.Explain());
    }

    [Fact]
    public void Status_OlderListInTheOtherAlphabetWithPadding_IsRead()
    {
        var list = OldList("StatusList2021Entry", isSet: true, each =>
        {
            var bytes = Base64UrlText.TryDecode(each["credentialSubject"]!["encodedList"]!.GetValue<string>());
            each["credentialSubject"]!["encodedList"] = Convert.ToBase64String(bytes!);
        });

        var report = EmbeddingIssuer.Web().Add(SigningIssuer.List, list)
            .Verify(EmbeddingIssuer.Sign(Badge1("StatusList2021Entry", null)));

        Assert.True(report.Verdict is Verdict.Revoked, report.Explain());
    }

    [Theory]
    [InlineData("RevocationList2020Status", CheckCodes.ListUnreadable)]
    [InlineData("unsigned", CheckCodes.ListUnsigned)]
    [InlineData("purpose", CheckCodes.PurposeDiffers)]
    [InlineData("changed", CheckCodes.ListForged)]
    [InlineData("bitstring", CheckCodes.ListUnreadable)]
    public void Status_OlderListThatCannotBeReliedOn_IsNotRun(string fault, string code)
    {
        var list = fault switch
        {
            "RevocationList2020Status" => OldList(fault, isSet: false),
            "purpose" => OldList("StatusList2021Entry", isSet: false, each =>
                each["credentialSubject"]!["statusPurpose"] = "suspension"),
            "changed" => OldList("StatusList2021Entry", isSet: false)
                .Replace("2026-01-01", "2025-01-01", StringComparison.Ordinal),
            "unsigned" => Unsigned("StatusList2021Entry", isSet: false).ToJsonString(),
            _ => EmbeddingIssuer.StatusList(),
        };

        var report = EmbeddingIssuer.Web().Add(SigningIssuer.List, list)
            .Verify(EmbeddingIssuer.Sign(Badge1("StatusList2021Entry", null)));

        Assert.Equal((CheckOutcome.NotRun, code), (report.Of("status").Outcome, report.Of("status").Code));
        Assert.Equal(Verdict.Undetermined, report.Verdict);
    }

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
        var entry = new JsonObject
        {
            ["id"] = $"{SigningIssuer.List}#2",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose,
            ["statusListIndex"] = "2",
            ["statusListCredential"] = SigningIssuer.List,
        };
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

    /// <summary>A badge of the data model 1.1 under the contexts of its time.</summary>
    private static JsonObject Badge1(string type, JsonNode? index) => SigningIssuer.Badge(badge =>
    {
        var is2021 = type == "StatusList2021Entry";
        badge["@context"] = Contexts(type, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json");
        badge["issuanceDate"] = badge["validFrom"]!.DeepClone();
        badge.Remove("validFrom");
        badge.Remove("validUntil");
        badge["credentialSubject"]!["achievement"]!.AsObject().Remove("inLanguage");
        badge["credentialSubject"]!["achievement"]!.AsObject().Remove("version");
        badge["credentialStatus"] = new JsonObject
        {
            ["id"] = $"{SigningIssuer.List}#{SigningIssuer.Index}",
            ["type"] = type,
            [is2021 ? "statusListIndex" : "revocationListIndex"] = index ?? $"{SigningIssuer.Index}",
            [is2021 ? "statusListCredential" : "revocationListCredential"] = SigningIssuer.List,
        };
        if (is2021)
        {
            badge["credentialStatus"]!["statusPurpose"] = "revocation";
        }
    });

    private static string OldList(string type, bool isSet, Action<JsonObject>? change = null)
    {
        var list = Unsigned(type, isSet);
        change?.Invoke(list);
        return EmbeddingIssuer.Sign(list);
    }

    private static JsonObject Unsigned(string type, bool isSet)
    {
        var bits = BitstringStatusList.Empty();
        if (isSet)
        {
            BitstringStatusList.Set(bits, SigningIssuer.Index);
        }

        var is2021 = type == "StatusList2021Entry";
        var list = new JsonObject
        {
            ["@context"] = Contexts(type),
            ["id"] = SigningIssuer.List,
            ["type"] = new JsonArray(
                "VerifiableCredential", is2021 ? "StatusList2021Credential" : "RevocationList2020Credential"),
            ["issuer"] = EmbeddingIssuer.Did,
            ["issuanceDate"] = "2026-01-01T00:00:00Z",
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{SigningIssuer.List}#list",
                ["type"] = is2021 ? "StatusList2021" : "RevocationList2020",
                ["encodedList"] = BitstringStatusList.Encode(bits)[1..],
            },
        };
        if (is2021)
        {
            list["credentialSubject"]!["statusPurpose"] = "revocation";
        }

        return list;
    }

    private static JsonArray Contexts(string type, params string[] more) =>
    [
        DataModel1,
        .. more,
        type == "StatusList2021Entry"
            ? "https://w3id.org/vc/status-list/2021/v1"
            : "https://w3id.org/vc-revocation-list-2020/v1",
        KnownContexts.DataIntegrity2,
    ];

    private static (CheckOutcome, string?) Of(VerificationReport report) =>
        (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Source);
}
