using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

public class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"minimum": 1}""")]
    [InlineData("""{"properties": {"a": {"patternProperties": {}}}}""")]
    [InlineData("""{"$defs": {"Unused": {"if": true}}}""")]
    [InlineData("""{"format": "uri"}""")]
    [InlineData("""{"type": "text"}""")]
    [InlineData("""{"$ref": "#/$defs/Nowhere"}""")]
    [InlineData("""{"$ref": "nowhere.schema.json"}""")]
    [InlineData("""[]""")]
    [InlineData("""not json""")]
    public void Load_SchemaThatIsNotUnderstoodWhole_Throws(string schema) =>
        Assert.Throws<FormatException>(() => JsonSchema.Load(schema));

    [Theory]
    [InlineData("""{"type": "object"}""", "{}", true)]
    [InlineData("""{"type": ["string", "null"]}""", "null", true)]
    [InlineData("""{"type": "integer"}""", "1.0", true)]
    [InlineData("""{"type": "integer"}""", "1.5", false)]
    [InlineData("""{"type": "number"}""", "\"1\"", false)]
    [InlineData("""{"required": ["a"]}""", "{}", false)]
    [InlineData("""{"required": ["a"]}""", "[]", true)]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"a": 1}""", false)]
    [InlineData("""{"properties": {"a": true}, "additionalProperties": false}""", """{"a": 1}""", true)]
    [InlineData("""{"properties": {"a": true}, "additionalProperties": false}""", """{"b": 1}""", false)]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"b": 1}""", false)]
    [InlineData("""{"propertyNames": {"pattern": "^[a-z]+$"}}""", """{"B": 1}""", false)]
    [InlineData("""{"items": {"type": "string"}}""", """["a", 1]""", false)]
    [InlineData("""{"items": [{"const": 1}], "additionalItems": {"type": "string"}}""", """[1, "a"]""", true)]
    [InlineData("""{"items": [{"const": 1}], "additionalItems": {"type": "string"}}""", """[1, 2]""", false)]
    [InlineData("""{"items": [{"const": 1}]}""", """[1, 2]""", true)]
    [InlineData("""{"additionalItems": false}""", """[1, 2]""", true)]
    [InlineData("""{"minItems": 1}""", "[]", false)]
    [InlineData("""{"contains": {"const": "a"}}""", """["b", "a"]""", true)]
    [InlineData("""{"contains": {"const": "a"}}""", """["b"]""", false)]
    [InlineData("""{"contains": {"const": "a"}}""", "[]", false)]
    [InlineData("""{"enum": [1, "a"]}""", "1.0", true)]
    [InlineData("""{"enum": [1, "a"]}""", "\"b\"", false)]
    [InlineData("""{"const": {"a": [1]}}""", """{"a": [1]}""", true)]
    [InlineData("""{"pattern": "^a$"}""", "\"a\\n\"", false)]
    [InlineData("""{"pattern": "b"}""", "\"abc\"", true)]
    [InlineData("""{"pattern": "b"}""", "1", true)]
    [InlineData("""{"minLength": 1}""", "\"\"", false)]
    [InlineData("""{"format": "date-time"}""", "\"2026-01-15T09:30:00Z\"", true)]
    [InlineData("""{"format": "date-time"}""", "\"2026-01-15T09:30:00\"", false)]
    [InlineData("""{"format": "date"}""", "\"2026-02-30\"", false)]
    [InlineData("""{"allOf": [{"type": "string"}, {"minLength": 2}]}""", "\"a\"", false)]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "null"}]}""", "null", true)]
    [InlineData("""{"oneOf": [{"type": "string"}, {"minLength": 2}]}""", "\"ab\"", false)]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "null"}]}""", "1", false)]
    [InlineData("""{"$ref": "#/$defs/A", "minLength": 2, "$defs": {"A": {"type": "string"}}}""", "\"a\"", false)]
    [InlineData("false", "1", false)]
    [InlineData("true", "1", true)]
    public void Validate_Keyword_HoldsAsSpecified(string schema, string document, bool expected)
    {
        var loaded = JsonSchema.Load(schema);
        var value = JsonElement.Parse(document);

        Assert.Equal(expected, loaded.Accepts(value));
        Assert.Equal(expected, loaded.Validate(value).Count == 0);
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
}
