using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

/// <summary>
/// The JSON Schema test suite for draft 2019-09, where it was put: the environment variable BADGES_JSON_SCHEMA_SUITE
/// names the folder that holds its <c>tests</c>. No package carries that draft, so nobody is made to have it.
/// </summary>
public class JsonSchemaSuiteTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BADGES_JSON_SCHEMA_SUITE") is { } suite
        ? Path.Combine(suite, "tests", "draft2019-09")
        : null;

    /// <summary>The suite's files for the keywords that are known here; in <c>format</c>, those for two
    /// formats.</summary>
    public static TheoryData<string> Files =>
    [
        "additionalItems.json", "additionalProperties.json", "allOf.json", "anyOf.json", "boolean_schema.json",
        "const.json", "contains.json", "default.json", "defs.json", "enum.json", "infinite-loop-detection.json",
        "items.json", "minItems.json", "minLength.json", "oneOf.json", "pattern.json", "properties.json",
        "propertyNames.json", "ref.json", "required.json", "type.json", "optional/bignum.json",
        "optional/ecmascript-regex.json", "optional/format/date-time.json", "optional/format/date.json",
        "optional/non-bmp-regex.json",
    ];

    [SuiteTheory]
    [MemberData(nameof(Files))]
    public void Accepts_EveryCaseOfTheSuite_IsAnsweredRightOrTheSchemaIsRefused(string file)
    {
        foreach (var group in JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder!, file))).EnumerateArray())
        {
            if (TryLoad(group.GetProperty("schema")) is not { } schema)
            {
                continue;
            }

            Assert.All(group.GetProperty("tests").EnumerateArray(), test => Assert.True(
                test.GetProperty("valid").GetBoolean() == schema.Accepts(test.GetProperty("data")),
                $"{group.GetProperty("description")}: {test.GetProperty("description")}"));
        }
    }

    private static JsonSchema? TryLoad(JsonElement schema)
    {
        try
        {
            return JsonSchema.Load(schema.GetRawText());
        }
        catch (FormatException)
        {
            return null; // it asserts what is not known here, and is therefore never evaluated
        }
    }

    private sealed class SuiteTheoryAttribute : TheoryAttribute
    {
        public SuiteTheoryAttribute() => Skip = Directory.Exists(Folder) ? null : "needs BADGES_JSON_SCHEMA_SUITE";
    }
}
