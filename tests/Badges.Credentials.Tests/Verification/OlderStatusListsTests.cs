using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The forerunners of Bitstring Status List, which badges of the data model 1.1 use.</summary>
public class OlderStatusListsTests
{
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

    /// <summary>A badge of the data model 1.1, with an entry of the list of its time.</summary>
    private static JsonObject Badge1(string type, JsonNode? index)
    {
        var is2021 = type == "StatusList2021Entry";
        var badge = SigningIssuer.Older(SigningIssuer.Badge(), ContextOf(type));
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

        return badge;
    }

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
            ["@context"] = new JsonArray(KnownContexts.DataModel1, ContextOf(type), KnownContexts.DataIntegrity2),
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

    private static string ContextOf(string type) => type == "StatusList2021Entry"
        ? "https://w3id.org/vc/status-list/2021/v1"
        : "https://w3id.org/vc-revocation-list-2020/v1";

    private static (CheckOutcome, string?) Of(VerificationReport report) =>
        (report.Of(CheckIds.Status).Outcome, report.Of(CheckIds.Status).Source);
}
