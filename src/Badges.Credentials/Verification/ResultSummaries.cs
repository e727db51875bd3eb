using System.Text.Json;

namespace Badges.Credentials.Verification;

/// <summary>Reads the results of a badge: each names by identifiers what the achievement describes. Open Badges 3.0,
/// sections B.1.19 to B.1.21.</summary>
internal static class ResultSummaries
{
    public static IReadOnlyList<ResultSummary> Of(VerifiableCredential credential)
    {
        if (credential.Subject is not { } subject || JsonValues.All(subject, "result") is not { Count: > 0 } results)
        {
            return [];
        }

        var descriptions = credential.Achievement is { } achievement
            ? JsonValues.All(achievement, "resultDescription")
            : [];

        // A result may name a level of another description than its own: the specification's own example does.
        var levels = descriptions.SelectMany(each => JsonValues.All(each, "rubricCriterionLevel")).ToList();
        return
        [
            .. results.Select(result =>
                Read(result, Find(descriptions, Text(result, "resultDescription")), levels)),
        ];
    }

    private static ResultSummary Read(JsonElement result, JsonElement description, List<JsonElement> levels) => new()
    {
        Name = Text(description, "name"),
        ResultType = Text(description, "resultType"),
        Value = Text(result, "value"),
        Status = Text(result, "status"),
        AchievedLevel = NameOf(levels, Text(result, "achievedLevel")),
        RequiredValue = Text(description, "requiredValue"),
        RequiredLevel = NameOf(levels, Text(description, "requiredLevel")),
        ValueMin = Text(description, "valueMin"),
        ValueMax = Text(description, "valueMax"),
        AllowedValues = [.. JsonValues.All(description, "allowedValue").Select(Text).OfType<string>()],
        Levels =
        [
            .. JsonValues.All(description, "rubricCriterionLevel").Select(each => Text(each, "name")).OfType<string>(),
        ],
    };

    /// <summary>The name of a level; its identifier when nothing describes it.</summary>
    private static string? NameOf(List<JsonElement> levels, string? id) => Text(Find(levels, id), "name") ?? id;

    private static JsonElement Find(IReadOnlyList<JsonElement> among, string? id) => id is null
        ? default
        : among.FirstOrDefault(each => JsonStrings.TryGet(each, "id") == id);

    private static string? Text(JsonElement of, string member) =>
        JsonValues.Member(of, member) is { } value ? Text(value) : null;

    /// <summary>A text, or a number as it is written.</summary>
    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number ? value.GetRawText() : JsonStrings.TryGet(value);
}
