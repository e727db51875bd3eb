using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

public class JsonSchemaTests
{
    /// <summary>Schemas with values that they allow and values that they do not, by what the keyword is for.</summary>
    public static TheoryData<string> Keywords
    {
        get
        {
            var file = Repository.PathOf("tests/Badges.Credentials.Tests/Schemas/keywords.json");
            return
            [
                .. JsonElement.Parse(File.ReadAllBytes(file)).EnumerateObject()
                    .SelectMany(kind => kind.Value.EnumerateArray()).Select(example => example.GetRawText()),
            ];
        }
    }

    [Theory]
    [InlineData("""{"minimum": 1}""")]
    [InlineData("""{"properties": {"a": {"patternProperties": {}}}}""")]
    [InlineData("""{"$defs": {"Unused": {"if": true}}}""")]
    [InlineData("""{"anyOf": [true, {"not": {}}]}""")]
    [InlineData("""{"contains": true, "minContains": 2}""")]
    [InlineData("""{"additionalItems": {"uniqueItems": true}}""")]
    [InlineData("""{"$recursiveRef": "#"}""")]
    [InlineData("""{"$anchor": "a"}""")]
    [InlineData("""{"properties": {"a": {"$id": "other.json"}}}""")]
    [InlineData("""{"format": "uri"}""")]
    [InlineData("""{"type": "text"}""")]
    [InlineData("""{"type": 1}""")]
    [InlineData("""{"required": "a"}""")]
    [InlineData("""{"minItems": 1.5}""")]
    [InlineData("""{"minItems": -1}""")]
    [InlineData("""{"properties": {"a": 1}}""")]
    [InlineData("""{"pattern": "("}""")]
    [InlineData("""{"pattern": "(a)\\1"}""")]
    [InlineData("""{"pattern": "a(?=b)"}""")]
    [InlineData("""{"pattern": "(?i)a"}""")]
    [InlineData("""{"pattern": "a\\Z"}""")]
    [InlineData("""{"pattern": "[a"}""")]
    [InlineData("""{"$ref": "#/$defs/Nowhere"}""")]
    [InlineData("""{"$ref": "#nowhere"}""")]
    [InlineData("""{"$ref": "#/allOf/1", "allOf": [true]}""")]
    [InlineData("""{"$ref": "nowhere.schema.json"}""")]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$defs": {"A": {"allOf": [{"$ref": "#/$defs/B"}]}, "B": {"$ref": "#/$defs/A"}}}""")]
    [InlineData("""[]""")]
    [InlineData("""not json""")]
    public void Load_SchemaThatIsNotUnderstoodWhole_Throws(string schema) =>
        Assert.Throws<FormatException>(() => JsonSchema.Load(schema));

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Accepts_Keyword_HoldsAsSpecified(string text)
    {
        var example = JsonElement.Parse(text);
        var schema = JsonSchema.Load(example.GetProperty("schema").GetRawText());

        Assert.All(example.GetProperty("right").EnumerateArray(), value => Assert.Empty(schema.Validate(value)));
        Assert.All(example.GetProperty("wrong").EnumerateArray(), value => Assert.NotEmpty(schema.Validate(value)));
        Assert.All(example.GetProperty("wrong").EnumerateArray(), value => Assert.False(schema.Accepts(value)));
    }

    [Fact]
    public void Validate_RecursiveReference_FollowsTheDocument()
    {
        var schema = JsonSchema.Load("""
            {
              "$ref": "#/$defs/N",
              "$defs": {"N": {"properties": {"n": {"$ref": "#/$defs/N"}}, "required": ["k"]}}
            }
            """);

        var violations = schema.Validate(JsonElement.Parse("""{"k": 1, "n": {"k": 1, "n": {}}}"""));

        Assert.Equal([new SchemaViolation("/n/n/k", "required", "a member")], violations);
    }

    [Fact]
    public void Validate_SeveralFaults_NamesEach()
    {
        var schema = JsonSchema.Load("""
            {
              "required": ["a", "b", "c"],
              "properties": {"d": {"type": "null"}, "e": {"items": {"enum": [1, 2]}}}
            }
            """);

        var violations = schema.Validate(JsonElement.Parse("""{"b": 1, "d": 2, "e": [1, 3, 4]}"""));

        Assert.Equal(["/a", "/c", "/d", "/e/1", "/e/2"], violations.Select(each => each.Path));
    }

    [Fact]
    public void Validate_NoFormFits_NamesTheFaultOfTheNearest()
    {
        var schema = JsonSchema.Load(
            """{"anyOf": [{"type": "string"}, {"properties": {"a": {"properties": {"b": {"type": "null"}}}}}]}""");

        Assert.Equal("/a/b", Assert.Single(schema.Validate(JsonElement.Parse("""{"a": {"b": 1}}"""))).Path);
    }

    [Fact]
    public void Validate_SiblingFile_IsFollowed()
    {
        var schema = JsonSchema.Load(
            """{"$ref": "b.schema.json#/$defs/B"}""",
            file => file == "b.schema.json" ? """{"$defs": {"B": {"type": "string"}}}""" : null);

        Assert.True(schema.Accepts(JsonElement.Parse("\"a\"")));
        Assert.False(schema.Accepts(JsonElement.Parse("1")));
    }

    [Fact]
    public void Validate_MemberNameWithSlash_IsEscapedInThePath()
    {
        var schema = JsonSchema.Load("""{"additionalProperties": false}""");

        Assert.Equal("/a~1b~0c", Assert.Single(schema.Validate(JsonElement.Parse("""{"a/b~c": 1}"""))).Path);
    }

    [Fact]
    public void Accepts_PatternThatInvitesBacktracking_EndsAtOnce()
    {
        var schema = JsonSchema.Load("""{"pattern": "^(a+)+$"}""");

        Assert.False(schema.Accepts(JsonSerializer.SerializeToElement(new string('a', 100_000) + "!")));
    }

    [Fact]
    public void Accepts_TextWithALoneSurrogate_IsNoFault()
    {
        var schema = JsonSchema.Load("""{"properties": {"a": {"pattern": "^x", "minLength": 1, "format": "date"}}}""");

        Assert.NotEmpty(schema.Validate(JsonElement.Parse("""{"a": "\ud800"}""")));
    }
}
