using System.Text.Json;

namespace Badges.Credentials.Verification;

/// <summary>Writes the results of a badge into its report.</summary>
internal static class ReportResults
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ResultSummary> results)
    {
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteString("resultType", result.ResultType);
            json.WriteString("value", result.Value);
            json.WriteString("status", result.Status);
            json.WriteString("achievedLevel", result.AchievedLevel);
            json.WriteString("requiredValue", result.RequiredValue);
            json.WriteString("requiredLevel", result.RequiredLevel);
            json.WriteString("valueMin", result.ValueMin);
            json.WriteString("valueMax", result.ValueMax);
            Write(json, "allowedValues", result.AllowedValues);
            Write(json, "levels", result.Levels);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
