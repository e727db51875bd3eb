using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Samples;

public sealed class BadgeClassSchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.Load(File.ReadAllText(Repository.PathOf("schemas/badge-class.schema.json")));

    private static readonly string Folder = Repository.PathOf("samples/badge-classes");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Validate_ProgrammeBadge_FindsNothing(string file)
    {
        var badge = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, file)));

        Assert.Empty(Schema.Validate(badge));
    }

    [Theory]
    [InlineData("\"sector\": null", "\"sector\": \"\"")]
    [InlineData("\"shortName\": \"Délissage textile\"", "\"shortName\": \"Délissage de déchets textiles\"")]
    [InlineData("\"alignments\": []", "\"alignments\": [{ \"relation\": \"vaut\" }]")]
    [InlineData("\"achievementType\": \"Competency\"", "\"achievementType\": \"Diploma\"")]
    [InlineData("\"validMonths\": null", "\"validMonths\": \"24\"")]
    [InlineData("\"slug\":", "\"colour\": \"red\", \"slug\":")]
    public void Validate_OneRuleBroken_NamesIt(string written, string broken)
    {
        var badge = File.ReadAllText(Repository.PathOf("samples/badge-classes/delissage-de-dechets-textiles.json"))
            .Replace("\"sector\": \"Textile\"", "\"sector\": null", StringComparison.Ordinal);

        var violations = Schema.Validate(JsonElement.Parse(badge.Replace(written, broken, StringComparison.Ordinal)));

        Assert.NotEmpty(violations);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void Validate_NumberOfCriteria_IsOneToTwelve(int count, bool isAllowed)
    {
        var text = File.ReadAllText(Repository.PathOf("samples/badge-classes/travailler-en-equipe.json"));
        var badge = JsonNode.Parse(text)!;
        var criterion = badge["criteria"]![0]!;
        badge["criteria"] = new JsonArray(
            [.. Enumerable.Range(0, count).Select(_ => criterion.DeepClone())]);

        Assert.Equal(isAllowed, Schema.Accepts(JsonElement.Parse(badge.ToJsonString())));
    }
}
