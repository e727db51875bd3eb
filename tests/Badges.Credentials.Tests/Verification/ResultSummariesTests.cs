using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Results, rubric levels, alignments and evidence are told with what the issuer claims of them.</summary>
public class ResultSummariesTests
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Grade = "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c";
    private const string Rubric = "urn:uuid:a70ddc6a-4c4a-4bd8-8277-cb97c79f40c5";
    private const string Mastered = "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7a";

    [Fact]
    public void Results_OfABadge_AreNamedAndComparedWithWhatWasAskedFor()
    {
        var report = Verify(
            Result(Grade, result => result["value"] = "14"),
            Result(Rubric, result => result["achievedLevel"] = Mastered));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        var (grade, rubric) = (report.Credential!.Results[0], report.Credential.Results[1]);
        Assert.Equal(
            ("Contrôle au toucher", "RawScore", "14", "10", "0", "20"),
            (grade.Name, grade.ResultType, grade.Value, grade.RequiredValue, grade.ValueMin, grade.ValueMax));
        Assert.Equal(
            ("Autonomie", "Seul", "Avec aide"), (rubric.Name, rubric.AchievedLevel, rubric.RequiredLevel));
        Assert.Equal(["Avec aide", "Seul"], rubric.Levels);
        Assert.Equal(["faible", "bon"], rubric.AllowedValues);
    }

    [Fact]
    public void Results_ThatNameWhatNobodyDescribes_AreToldAsTheyAre()
    {
        var report = Verify(Result("urn:uuid:0", result =>
        {
            result["status"] = "Completed";
            result["achievedLevel"] = "urn:uuid:1";
        }));

        var result = Assert.Single(report.Credential!.Results);
        Assert.Equal((null, "Completed", "urn:uuid:1"), (result.Name, result.Status, result.AchievedLevel));
    }

    [Fact]
    public void Json_Report_HoldsResultsBesideWhatItHeld()
    {
        var json = JsonNode.Parse(
            Verify(Result(Rubric, result => result["achievedLevel"] = Mastered)).ToJson(ReportLanguage.French))!;

        var credential = json["credential"]!;
        Assert.Equal(
            """
            {"name":"Autonomie","resultType":"RubricCriterionLevel","value":null,"status":null,
            "achievedLevel":"Seul","requiredValue":null,"requiredLevel":"Avec aide","valueMin":null,"valueMax":null,
            "allowedValues":["faible","bon"],"levels":["Avec aide","Seul"]}
            """.ReplaceLineEndings(string.Empty),
            credential["results"]![0]!.ToJsonString(Plain));
        Assert.Equal("ext:ROME", credential["alignments"]![0]!["targetType"]!.GetValue<string>());
        Assert.Equal("Menuiserie", credential["alignments"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void Evidence_OfABadge_IsNamedAndItsLinksAreNeverAskedFor()
    {
        const string Link = "https://evidence.example/1";
        var web = SigningIssuer.Web();
        JsonNode Named(string name) =>
            new JsonObject { ["type"] = new JsonArray("Evidence"), ["name"] = name, ["id"] = Link };
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge => badge["evidence"] =
            new JsonArray(Named("Séance"), Named("Photo"), Named("Grille"), Named("Avis"))));

        var check = web.Verify(token).Of(CheckIds.Evidence);

        Assert.Equal(
            (CheckOutcome.NotRun, CheckCodes.EvidenceNotRead, "4 (Séance, Photo, Grille, …)"),
            (check.Outcome, check.Code, check.Arguments[0]));
        Assert.DoesNotContain(Link, web.Asked);
    }

    [VectorsFact]
    public void Results_OfTheSpecificationsExample_AreRead()
    {
        var file = Path.Combine(
            SharedData.Vectors!, "1edtech-openbadges-specification", "examples", "unsigned", "fullOpenBadge.json");

        var results = new ArchivedWeb().Verify(File.ReadAllText(file)).Credential!.Results;

        Assert.Equal(
            [("A", null, null), (null, "Mastery", null), (null, null, "Completed")],
            results.Select(result => (result.Value, result.AchievedLevel, result.Status)));
        Assert.All(results, result => Assert.Equal("Final Project Grade", result.Name));
    }

    private static VerificationReport Verify(params JsonNode[] results) =>
        EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge(badge =>
        {
            badge["credentialSubject"]!["result"] = new JsonArray(results);
            badge["credentialSubject"]!["achievement"]!["resultDescription"] = JsonNode.Parse($$"""
                [
                  {
                    "id": "{{Grade}}", "type": ["ResultDescription"], "name": "Contrôle au toucher",
                    "resultType": "RawScore", "requiredValue": "10", "valueMin": "0", "valueMax": "20"
                  },
                  {
                    "id": "{{Rubric}}", "type": ["ResultDescription"], "name": "Autonomie",
                    "resultType": "RubricCriterionLevel", "requiredLevel": "urn:uuid:2",
                    "allowedValue": ["faible", "bon"],
                    "rubricCriterionLevel": [
                      {"id": "urn:uuid:2", "type": ["RubricCriterionLevel"], "name": "Avec aide"},
                      {"id": "{{Mastered}}", "type": ["RubricCriterionLevel"], "name": "Seul"}
                    ]
                  }
                ]
                """);
        })));

    private static JsonObject Result(string description, Action<JsonObject> change)
    {
        var result = new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = description };
        change(result);
        return result;
    }
}
