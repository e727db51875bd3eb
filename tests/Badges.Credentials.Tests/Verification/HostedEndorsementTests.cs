using System.Text.Json.Nodes;
using Badges.Credentials.OpenBadges2;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Endorsements of Open Badges 2.0, at addresses of their own: each is verified as a hosted assertion is, has
/// a report of its own, and changes nothing of the badge's verdict.</summary>
public class HostedEndorsementTests
{
    private const string Endorser = "https://federation.example/issuer";
    private const string Address = "https://federation.example/endorsements/1";

    public static TheoryData<string, string, bool> Places => new()
    {
        { "assertion", HostedIssuer.Hosted, false },
        { "class", HostedIssuer.Class, false },
        { "profile", HostedIssuer.Id, false },
        { "class", HostedIssuer.Class, true },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Endorsement_AtItsIssuersAddress_IsGenuine(string place, string endorsed, bool isEmbedded)
    {
        var endorsement = Endorsement(endorsed);

        var report = Verify(place, endorsement, isEmbedded ? endorsement.DeepClone() : Address);

        var found = Assert.Single(report.Endorsements);
        Assert.True(found.Verdict is Verdict.Valid, string.Join(' ', found.Checks.Select(check => check.ToString())));
        Assert.Equal((endorsed, "Fédération", "Reconnu ici."), (found.Endorsed, found.IssuerName, found.Comment));
        Assert.False(found.IsByIssuer);
        Assert.Equal(CheckOutcome.Passed, report.Of(CheckIds.Endorsements).Outcome);
        Assert.Contains(
            "Soutenu par : Fédération", report.Of(CheckIds.Endorsements).Detail(ReportLanguage.French),
            StringComparison.Ordinal);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Theory]
    [InlineData("takenBack", Verdict.Revoked, CheckOutcome.Failed)]
    [InlineData("gone", Verdict.Revoked, CheckOutcome.Failed)]
    [InlineData("ofSomethingElse", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("otherId", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("otherHost", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("noClaim", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("context", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("badProfile", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("private", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("noAddress", Verdict.Invalid, CheckOutcome.Failed)]
    [InlineData("expired", Verdict.Expired, CheckOutcome.Failed)]
    [InlineData("later", Verdict.NotYetValid, CheckOutcome.Failed)]
    [InlineData("unreachable", Verdict.Undetermined, CheckOutcome.NotRun)]
    [InlineData("endorserUnreachable", Verdict.Undetermined, CheckOutcome.NotRun)]
    public void Endorsement_ThatDoesNotHold_IsSaidAndTheBadgeStaysValid(
        string fault, Verdict expected, CheckOutcome outcome)
    {
        var endorsed = fault == "ofSomethingElse" ? Endorser : HostedIssuer.Class;
        var endorsement = Endorsement(endorsed, each => _ = fault switch
        {
            "otherId" => each["id"] = Address + "0",
            "otherHost" => each["issuer"] = "https://elsewhere.example/issuer",
            "noClaim" => each["claim"] = new JsonObject(),
            "context" => each["@context"] = "https://w3id.org/openbadges/v1",
            "takenBack" => each["revoked"] = true,
            "expired" => each["expires"] = "2026-01-31T00:00:00Z",
            "later" => each["issuedOn"] = "2026-03-01T00:00:00Z",
            _ => null,
        });
        JsonNode named = fault switch
        {
            "private" => "https://10.0.0.1/endorsement",
            "noAddress" => new JsonObject { ["type"] = "Endorsement" },
            _ => Address,
        };

        var report = Verify("class", endorsement, named, web => _ = fault switch
        {
            "gone" => web.Add(Address, string.Empty, 410),
            "unreachable" => web.AddFailure(Address, FetchOutcome.Unreachable),
            "endorserUnreachable" => web.AddFailure(Endorser, FetchOutcome.Unreachable),
            "badProfile" => web.Add(Endorser, $$"""{"id":"{{Endorser}}","type":"Profile"}"""),
            _ => web.Add("https://elsewhere.example/issuer", Profile("https://elsewhere.example/issuer")),
        });

        var found = Assert.Single(report.Endorsements);
        Assert.True(found.Verdict == expected, string.Join(' ', found.Checks.Select(check => check.ToString())));
        Assert.Equal(outcome, report.Of(CheckIds.Endorsements).Outcome);
        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void Endorsement_OfTheIssuerItself_IsSaidAndCountsForNobodyElses()
    {
        const string Own = $"{HostedIssuer.Id}/assertions/endorsement";
        var endorsement = Endorsement(HostedIssuer.Class, each =>
        {
            each["id"] = Own;
            each["issuer"] = HostedIssuer.Id;
        });

        var report = Verify("class", endorsement, Own, web => web.Add(Own, endorsement.ToJsonString()));

        Assert.True(Assert.Single(report.Endorsements) is { Verdict: Verdict.Valid, IsByIssuer: true });
        Assert.Equal(
            CheckCodes.EndorsedByItself, Assert.Single(report.Of(CheckIds.Endorsements).Remarks).Code);
    }

    [Fact]
    public void Endorsements_OfASignedAssertion_ComeAfterAllThatDecides()
    {
        var named = Enumerable.Range(0, 10).Select(each => (JsonNode)$"{Address}{each}");
        var web = Web("class", new JsonArray([.. named]));

        var report = web.Verify(HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false)));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.Equal(4, report.Endorsements.Count);
        Assert.Contains(
            report.Of(CheckIds.Endorsements).Remarks, remark => remark.Code == CheckCodes.EndorsementsNotRead);
        Assert.True(
            web.Asked.FindIndex(each => each.StartsWith(Address, StringComparison.Ordinal))
                > web.Asked.IndexOf(HostedIssuer.Revocations), string.Join(' ', web.Asked));
    }

    [VectorsFact]
    public void Endorsements_OfThePublishedVectors_AreGenuine()
    {
        const string Class = "https://example.org/badgeclass-with-endorsements.json";
        var folder = Path.Combine(SharedData.Vectors!, "1edtech-validator", "ob20");
        var assertion = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "basic-assertion.json")))!.AsObject();
        assertion["badge"] = Class;
        var id = assertion["id"]!.GetValue<string>().Replace("http:", "https:", StringComparison.Ordinal);
        var web = new ArchivedWeb().Add(id, assertion.ToJsonString());
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "assets"), "*.json"))
        {
            web.Add($"https://example.org/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        var report = web.Verify(assertion.ToJsonString());

        Assert.Equal(2, report.Endorsements.Count);
        Assert.All(report.Endorsements, found =>
        {
            Assert.True(
                found.Verdict is Verdict.Valid, string.Join(' ', found.Checks.Select(check => check.ToString())));
            Assert.Equal("Pretty good", found.Comment);
        });
    }

    private static VerificationReport Verify(
        string place, JsonObject endorsement, JsonNode named, Action<ArchivedWeb>? change = null)
    {
        var web = Web(place, new JsonArray(named)).Add(Address, endorsement.ToJsonString());
        change?.Invoke(web);
        return web.Verify(CredentialText(web));
    }

    private static string CredentialText(ArchivedWeb web) =>
        JsonNode.Parse(web.Find(HostedIssuer.Hosted).Body.Span)!.ToJsonString();

    private static ArchivedWeb Web(string place, JsonArray named)
    {
        var web = HostedIssuer.Web().Add(Endorser, Profile(Endorser));
        var address = place switch
        {
            "assertion" => HostedIssuer.Hosted,
            "class" => HostedIssuer.Class,
            _ => HostedIssuer.Id,
        };
        var holder = JsonNode.Parse(web.Find(address).Body.Span)!.AsObject();
        holder["endorsement"] = named;
        return web.Add(address, holder.ToJsonString());
    }

    private static string Profile(string id) => new Profile
    {
        Id = id,
        Name = "Fédération",
        Url = "https://federation.example/",
        Email = "badges@federation.example",
    }.ToJson();

    private static JsonObject Endorsement(string endorsed, Action<JsonObject>? change = null)
    {
        var endorsement = new JsonObject
        {
            ["@context"] = "https://w3id.org/openbadges/v2",
            ["type"] = "Endorsement",
            ["id"] = Address,
            ["claim"] = new JsonObject { ["id"] = endorsed, ["endorsementComment"] = "Reconnu ici." },
            ["issuer"] = Endorser,
            ["issuedOn"] = "2026-01-20T00:00Z",
            ["verification"] = new JsonObject { ["type"] = "HostedBadge" },
        };
        change?.Invoke(endorsement);
        return endorsement;
    }
}
