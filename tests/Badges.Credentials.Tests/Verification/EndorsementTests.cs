using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Endorsements inside a badge, as JSON and as tokens (Open Badges 3.0, sections 9.1 step 6 and 9.2): each has
/// a report of its own, and none changes the badge's verdict.</summary>
public class EndorsementTests
{
    private static readonly string Endorser = $"did:key:{EmbeddingIssuer.OtherKey.Multikey}";

    public static TheoryData<string> Places => ["badge", "achievement", "issuer"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Verify_GenuineEndorsement_PassesAndNamesTheEndorser(string place)
    {
        var report = Verify(place, target => Sign(Endorsement(target)));

        var endorsement = Assert.Single(report.Endorsements);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Endorsements).Outcome);
        Assert.Equal(Verdict.Valid, endorsement.Verdict);
        Assert.Equal("Fédération", endorsement.IssuerName);
        Assert.Equal("Reconnu dans nos entreprises.", endorsement.Comment);
        Assert.Contains(
            "Soutenu par : Fédération", report.Of(CheckIds.Endorsements).Detail(ReportLanguage.French),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_EndorsementAsAToken_IsReadToo()
    {
        var badge = SigningIssuer.Badge(each =>
        {
            var token = VcJwt.SignJson(
                Endorsement(each["id"]!.GetValue<string>()).ToJsonString(), EmbeddingIssuer.OtherKey,
                $"{Endorser}#{EmbeddingIssuer.OtherKey.Multikey}");
            each["endorsementJwt"] = new JsonArray(token);
        });

        var report = EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(badge));

        Assert.Equal(Verdict.Valid, Assert.Single(report.Endorsements).Verdict);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Theory]
    [InlineData("achievement")]
    [InlineData("issuer")]
    public void Verify_EndorsementAsATokenElsewhere_IsReadToo(string place)
    {
        var badge = SigningIssuer.Badge(each =>
        {
            var holder = place == "issuer" ? each["issuer"]! : each["credentialSubject"]!["achievement"]!;
            holder["endorsementJwt"] = new JsonArray(VcJwt.SignJson(
                Endorsement(holder["id"]!.GetValue<string>()).ToJsonString(), EmbeddingIssuer.OtherKey,
                $"{Endorser}#{EmbeddingIssuer.OtherKey.Multikey}"));
        });

        var report = EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(badge));

        Assert.Equal(Verdict.Valid, Assert.Single(report.Endorsements).Verdict);
    }

    [Fact]
    public void Verify_IssuerThatEndorsesItself_IsSaid()
    {
        var report = Verify("achievement", target => EmbeddingIssuer.Sign(
            Endorsement(target, each => each["issuer"]!["id"] = EmbeddingIssuer.Did)));

        Assert.True(Assert.Single(report.Endorsements) is { Verdict: Verdict.Valid, IsByIssuer: true });
        Assert.Equal(
            CheckCodes.EndorsedByItself, Assert.Single(report.Of(CheckIds.Endorsements).Remarks).Code);
    }

    [Theory]
    [InlineData("changed", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("ofAnotherBadge", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("unsigned", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("ofAnotherKey", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("expired", Verdict.Expired, CheckOutcome.Failed)]
    [InlineData("hidden", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("listMissing", Verdict.Undetermined, CheckOutcome.NotRun)]
    public void Verify_EndorsementThatDoesNotHold_IsSaidAndTheBadgeStaysValid(
        string fault, Verdict expected, CheckOutcome outcome)
    {
        var report = Verify("badge", target => fault switch
        {
            "changed" => Sign(Endorsement(target)).Changed(each =>
                each["credentialSubject"]!["endorsementComment"] = "Reconnu partout."),
            "ofAnotherBadge" => Sign(Endorsement("https://badges.example/credentials/other")),
            "unsigned" => Endorsement(target).ToJsonString(),
            "ofAnotherKey" => Sign(Endorsement(target, each => each["issuer"]!["id"] = EmbeddingIssuer.Did)),
            "expired" => Sign(Endorsement(target, each => each["validUntil"] = "2026-01-31T00:00:00Z")),
            "hidden" => Sign(Endorsement(target, each => each["validUntil"] = "2026-01-31T00:00:00Z")).Replace(
                "\"validUntil\"", "\"https://www.w3.org/2018/credentials#validUntil\"", StringComparison.Ordinal),
            _ => Sign(Endorsement(target, each => each["credentialStatus"] =
                SigningIssuer.Entry("https://federation.example/status", index: "1"))),
        }, signsAfterwards: true);

        Assert.Equal(expected, Assert.Single(report.Endorsements).Verdict);
        Assert.Equal(outcome, report.Of(CheckIds.Endorsements).Outcome);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void Verify_ManyEndorsements_LooksAtEightAndSaysSo()
    {
        var report = Verify("badge", target => "[" + string.Join(
            ',', Enumerable.Repeat(Sign(Endorsement(target)), 10)) + "]");

        Assert.Equal(8, report.Endorsements.Count);
        Assert.Contains(
            report.Of(CheckIds.Endorsements).Remarks, remark => remark.Code == CheckCodes.EndorsementsNotRead);
    }

    [Fact]
    public void Json_Report_HoldsTheReportOfEachEndorsement()
    {
        var json = JsonNode.Parse(Verify("badge", target => Sign(Endorsement(target))).ToJson(ReportLanguage.English))!;

        var endorsement = json["endorsements"]![0]!;
        Assert.Equal("valid", endorsement["verdict"]!.GetValue<string>());
        Assert.Equal(Endorser, endorsement["issuer"]!["id"]!.GetValue<string>());
        Assert.Contains(endorsement["checks"]!.AsArray(), check => check!["id"]!.GetValue<string>() == "proof");
    }

    /// <summary>A badge with an endorsement in one of the places. Under a proof over RDF the endorsement is signed with
    /// the badge; a token leaves it as written, whatever it is.</summary>
    private static VerificationReport Verify(
        string place, Func<string, string> endorse, bool signsAfterwards = false)
    {
        var badge = SigningIssuer.Badge(each =>
        {
            var holder = place switch
            {
                "achievement" => each["credentialSubject"]!["achievement"]!,
                "issuer" => each["issuer"]!,
                _ => each,
            };
            var endorsements = JsonNode.Parse(endorse(holder["id"]!.GetValue<string>()))!;
            holder["endorsement"] = endorsements is JsonArray ? endorsements : new JsonArray(endorsements);
        });
        return EmbeddingIssuer.Web().Verify(
            signsAfterwards ? SigningIssuer.Sign(badge) : EmbeddingIssuer.Sign(badge));
    }

    private static JsonObject Endorsement(string target, Action<JsonObject>? change = null)
    {
        var endorsement = new JsonObject
        {
            ["@context"] = new JsonArray(KnownContexts.DataModel2, KnownContexts.OpenBadges3),
            ["id"] = "urn:uuid:0d9d2b0e-8c2e-4b1a-9a53-1c0b4d8b2f11",
            ["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential"),
            ["name"] = "Soutien",
            ["issuer"] = new JsonObject
            {
                ["id"] = Endorser,
                ["type"] = new JsonArray("Profile"),
                ["name"] = "Fédération",
            },
            ["validFrom"] = "2026-01-20T00:00:00Z",
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = target,
                ["type"] = new JsonArray("EndorsementSubject"),
                ["endorsementComment"] = "Reconnu dans nos entreprises.",
            },
        };
        change?.Invoke(endorsement);
        return endorsement;
    }

    private static string Sign(JsonObject endorsement) => EmbeddingIssuer.Sign(
        endorsement.ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.OtherKey,
        $"{Endorser}#{EmbeddingIssuer.OtherKey.Multikey}");
}
